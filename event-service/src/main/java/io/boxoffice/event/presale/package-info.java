/** Presale codes: made from a key of the event's own and a serial, and kept nowhere. Never logs a key or a code. */
@NullMarked
package io.boxoffice.event.presale;

import org.jspecify.annotations.NullMarked;
