package io.boxoffice.waitingroom.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the queue needs to know of an event.
 *
 * @param opensAt when the sale, and with it the line, opens for all
 * @param presaleAt when the line opens for those with a code; null without a presale
 * @param lobbyOpensAt when the lobby opens; {@code opensAt} without a lobby
 * @param closesAt when nothing is sold any more: the event itself begins
 * @param status whether it takes place as announced
 */
public record EventOnSale(
        UUID eventId,
        long version,
        QueueMode mode,
        Instant opensAt,
        @Nullable Instant presaleAt,
        Instant lobbyOpensAt,
        Instant closesAt,
        Status status,
        List<PriceTier> priceTiers) {

    /** How the event's line works. */
    public enum QueueMode {
        /** First come, first served. */
        FIFO,
        /** Whoever came before the opening is drawn by lot; first come, first served after it. */
        LOBBY,
        /** No line: everybody may buy at once. */
        OFF
    }

    /** When the line takes its first fans: those with a code, those who wait in the lobby, or everybody. */
    public Instant firstOpening() {
        var early = presaleAt == null || lobbyOpensAt.isBefore(presaleAt) ? lobbyOpensAt : presaleAt;
        return early.isBefore(opensAt) ? early : opensAt;
    }

    /** Whether the event takes place. */
    public enum Status {
        ON(0),
        /** The sale rests until a new date is known. */
        POSTPONED(8),
        /** For good. */
        CANCELLED(7);

        private final int reason;

        Status(int reason) {
            this.reason = reason;
        }

        /** Why those waiting are sent home, as numbered in {@code lua/entry.lua}; 0 when they are not. */
        public int reason() {
            return reason;
        }
    }

    /** The price of one section. */
    public record PriceTier(String section, BigDecimal price) {}
}
