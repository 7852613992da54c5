package io.boxoffice.event.show;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in the order of the catalogue: after this event the next page starts, whatever was added or removed meanwhile. */
record Position(Instant date, UUID eventId) {
    private static final int BYTES = 3 * Long.BYTES;

    static Position of(Event event) {
        return new Position(event.terms().date(), event.eventId());
    }

    String cursor() {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, date))
                .putLong(eventId.getMostSignificantBits())
                .putLong(eventId.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Nothing, if no page of ours ended with it. */
    static Optional<Position> read(String cursor) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() != BYTES) {
                return Optional.empty();
            }
            var position = new Position(
                    Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS), new UUID(bytes.getLong(), bytes.getLong()));
            boolean possible = !position.date().isBefore(EventRules.EARLIEST)
                    && !position.date().isAfter(EventRules.LATEST)
                    && position.cursor().equals(cursor);
            return possible ? Optional.of(position) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }
}
