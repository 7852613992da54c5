/** The lobby's draw: seed and commitment before, leaves while fans join, root, key and order at the opening, and the proof for everybody. */
@NullMarked
package io.boxoffice.waitingroom.draw;

import org.jspecify.annotations.NullMarked;
