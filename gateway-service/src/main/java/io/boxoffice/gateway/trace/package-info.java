/** Naming a request, so that its logs can be found in every service. */
@NullMarked
package io.boxoffice.gateway.trace;

import org.jspecify.annotations.NullMarked;
