/** Three layers: what a browser or edge keeps, Redis for all instances (L2), memory for this one (L3). Redis may be away. */
@NullMarked
package io.boxoffice.event.cache;

import org.jspecify.annotations.NullMarked;
