/** Leaving alone for a while what fails. */
@NullMarked
package io.boxoffice.gateway.breaker;

import org.jspecify.annotations.NullMarked;
