/** The route table, and the forwarding that follows from it. */
@NullMarked
package io.boxoffice.gateway.route;

import org.jspecify.annotations.NullMarked;
