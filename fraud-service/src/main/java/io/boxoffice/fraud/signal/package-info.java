/** What we hear of accounts. */
@NullMarked
package io.boxoffice.fraud.signal;

import org.jspecify.annotations.NullMarked;
