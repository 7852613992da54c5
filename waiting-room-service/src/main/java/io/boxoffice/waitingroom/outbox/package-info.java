/** Tells Kafka what happened in the line, from the streams that the scripts write. */
@NullMarked
package io.boxoffice.waitingroom.outbox;

import org.jspecify.annotations.NullMarked;
