/** The fleet under test, known by its script, its credentials file and its status, nothing else. */
@NullMarked
package io.boxoffice.e2e.fleet;

import org.jspecify.annotations.NullMarked;
