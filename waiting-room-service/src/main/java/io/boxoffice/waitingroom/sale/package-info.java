/** What the seats' owner says: a fan bought, the event is sold out, seats came back. */
@NullMarked
package io.boxoffice.waitingroom.sale;

import org.jspecify.annotations.NullMarked;
