/** A small typed client of the public contract, the same for the demo and for the tests. */
@NullMarked
package io.boxoffice.e2e.client;

import org.jspecify.annotations.NullMarked;
