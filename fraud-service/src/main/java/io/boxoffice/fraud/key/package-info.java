/** Keys that we sign with. */
@NullMarked
package io.boxoffice.fraud.key;

import org.jspecify.annotations.NullMarked;
