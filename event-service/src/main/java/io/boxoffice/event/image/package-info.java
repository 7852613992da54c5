/** Pictures, stored once by the hash of their bytes. */
@NullMarked
package io.boxoffice.event.image;

import org.jspecify.annotations.NullMarked;
