/** What we tell on boxoffice.risk. */
@NullMarked
package io.boxoffice.fraud.message;

import org.jspecify.annotations.NullMarked;
