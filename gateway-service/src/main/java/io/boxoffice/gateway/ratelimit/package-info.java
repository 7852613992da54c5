/** How many requests one address and one account may send. */
@NullMarked
package io.boxoffice.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
