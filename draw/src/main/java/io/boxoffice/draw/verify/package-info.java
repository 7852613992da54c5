/** Checks a published draw, as an outsider would: believes nothing but what it computes. Stands alone, with a small JSON reader of its own, so that whoever wants to check needs one jar. */
@NullMarked
package io.boxoffice.draw.verify;

import org.jspecify.annotations.NullMarked;
