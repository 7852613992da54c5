/** How we speak to Redis: one script is one change. */
@NullMarked
package io.boxoffice.fraud.redis;

import org.jspecify.annotations.NullMarked;
