package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.redis.Reply;
import io.boxoffice.waitingroom.token.QueueToken;

/** What became of bringing a fan back. */
sealed interface Back {
    /** The entry is there: look again. */
    record There() implements Back {}

    /** The fan has another entry that stands; {@code token} speaks of it. */
    record Instead(QueueToken token) implements Back {}

    /** The entry is back, or over; {@code place} is told of it, {@code token} holds its number. */
    record At(QueueToken token, Reply place) implements Back {}
}
