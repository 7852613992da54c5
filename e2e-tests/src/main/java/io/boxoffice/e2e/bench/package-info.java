/** Measurements of a running fleet, each with its figure, its denominator and what was measured on. */
@NullMarked
package io.boxoffice.e2e.bench;

import org.jspecify.annotations.NullMarked;
