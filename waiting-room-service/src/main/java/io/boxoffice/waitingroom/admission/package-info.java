/** Who is let in and when, leases and sessions, and the end of those who went away. */
@NullMarked
package io.boxoffice.waitingroom.admission;

import org.jspecify.annotations.NullMarked;
