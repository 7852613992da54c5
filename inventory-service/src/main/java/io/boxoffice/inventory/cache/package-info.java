/** Redis as a cache, and what instances tell each other to forget. */
@NullMarked
package io.boxoffice.inventory.cache;

import org.jspecify.annotations.NullMarked;
