/** Everything the gateway says by itself: RFC 9457 problems, never HTML. */
@NullMarked
package io.boxoffice.gateway.problem;

import org.jspecify.annotations.NullMarked;
