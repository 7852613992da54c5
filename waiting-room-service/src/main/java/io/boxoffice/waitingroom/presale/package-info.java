/** Presale codes, which verify themselves: whoever has the event's key can tell a genuine one. Never logs a key or a code. */
@NullMarked
package io.boxoffice.waitingroom.presale;

import org.jspecify.annotations.NullMarked;
