/** Events from draft to their end: what they are, who may see them, how they are published. */
@NullMarked
package io.boxoffice.event.show;

import org.jspecify.annotations.NullMarked;
