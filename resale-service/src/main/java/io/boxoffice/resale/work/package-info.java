/** Carries out what was decided about listings, once, also when a process died on the way. */
@NullMarked
package io.boxoffice.resale.work;

import org.jspecify.annotations.NullMarked;
