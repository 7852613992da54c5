package io.boxoffice.waitingroom.draw;

import io.boxoffice.draw.MerkleFrontier;
import io.boxoffice.waitingroom.event.EventOnSale;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event's draw as it is stored.
 *
 * @param leaves how many are written down
 * @param closing null until the lobby closed
 * @param result null until the draw is held
 */
record Lottery(
        UUID event,
        DrawState state,
        byte[] seed,
        byte[] commitment,
        long leaves,
        byte[] frontier,
        @Nullable Closing closing,
        @Nullable Result result) {

    /** The end of the lobby, and the times that held then. */
    record Closing(long participants, Instant lobbyOpensAt, Instant opensAt, Instant openedAt) {

        /** The line's clock has milliseconds, so an opening announced more finely is the millisecond it lies in. */
        static Closing of(EventOnSale event, long participants, Instant openedAt) {
            return new Closing(
                    participants, event.lobbyOpensAt(), event.opensAt().truncatedTo(ChronoUnit.MILLIS), openedAt);
        }

        long openedMicros() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, openedAt);
        }
    }

    /** What the draw came to. */
    record Result(byte[] root, byte[] key, Beacon.Value beacon) {}

    MerkleFrontier tree() {
        return new MerkleFrontier(leaves, frontier);
    }

    boolean isComplete() {
        return closing != null && leaves == closing.participants();
    }
}
