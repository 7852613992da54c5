/** Keeps every process of the fleet alive, and writes down what it knows for whoever asks. */
@NullMarked
package io.boxoffice.fleet.supervisor;

import org.jspecify.annotations.NullMarked;
