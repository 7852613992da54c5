package io.boxoffice.waitingroom.outbox;

import java.time.Instant;
import java.util.UUID;

/** What we tell on {@code boxoffice.queue}. */
sealed interface QueueMessage {

    /** What the message is about: the CloudEvents subject. */
    UUID subject();

    /** Those who joined within one second. */
    record EntryJoined(UUID eventId, Instant occurredAt, Instant second, long joins, long lastJoinNumber)
            implements QueueMessage {
        @Override
        public UUID subject() {
            return eventId;
        }
    }

    /** A fan may come in; {@code score} is the place, in microseconds. */
    record EntryAdmitted(
            UUID eventId, Instant occurredAt, UUID entryId, UUID userId, UUID sessionId, long joinNumber, long score)
            implements QueueMessage {
        @Override
        public UUID subject() {
            return entryId;
        }
    }

    /** A waiting fan left, or stopped polling. */
    record EntryAbandoned(UUID eventId, Instant occurredAt, UUID entryId, UUID userId, long joinNumber, String reason)
            implements QueueMessage {
        @Override
        public UUID subject() {
            return entryId;
        }
    }

    /** An entry ended without the fan's doing. */
    record EntryExpired(UUID eventId, Instant occurredAt, UUID entryId, UUID userId, long joinNumber, String reason)
            implements QueueMessage {
        @Override
        public UUID subject() {
            return entryId;
        }
    }

    /** A session is over: {@code left, purchased, expired}. */
    record SessionEnded(UUID eventId, Instant occurredAt, UUID sessionId, UUID userId, UUID entryId, String cause)
            implements QueueMessage {
        @Override
        public UUID subject() {
            return sessionId;
        }
    }

    /**
     * How fast fans come in changed, or how many may be in at one time.
     *
     * @param cause {@code operator}, or of the controller: {@code overload, recovered, silence, slow-start}
     */
    record AdmissionRateChanged(
            UUID eventId, Instant occurredAt, String mode, long ratePerMinute, long maxActive, String cause)
            implements QueueMessage {
        @Override
        public UUID subject() {
            return eventId;
        }
    }

    /** The lobby's draw is held: so many participants, and the hashes by which anybody can check it. */
    record DrawHeld(
            UUID eventId, Instant occurredAt, long participants, String root, String commitment, Instant openedAt)
            implements QueueMessage {
        @Override
        public UUID subject() {
            return eventId;
        }
    }

    /** Another device took over; the session can do nothing any more. */
    record SessionSuperseded(UUID eventId, Instant occurredAt, UUID sessionId, UUID userId, UUID entryId)
            implements QueueMessage {
        @Override
        public UUID subject() {
            return sessionId;
        }
    }
}
