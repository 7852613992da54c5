package io.boxoffice.inventory.hold;

import io.boxoffice.common.idempotency.IdempotencyKeys;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a group saw when its gates were entered.
 *
 * @param standings of the requests, in their order
 */
record Look(Map<UUID, Sale> sales, List<Standing> standings, Map<UUID, Seat> seats) {

    /**
     * The rules of an event's sale.
     *
     * @param epoch under which it can be written, none while it moves
     * @param opensAt unknown while the sale rests
     * @param now the shard's clock
     */
    record Sale(
            @Nullable Integer epoch,
            boolean open,
            boolean cancelled,
            @Nullable Instant opensAt,
            boolean tokenNeeded,
            int limit,
            String currency,
            Instant now) {}

    /** How a request stands before its seats are looked at; used = how many tickets the limit counts already. */
    record Standing(IdempotencyKeys.@Nullable Stored stored, int used, List<LiveHold> live) {

        /** The fan's holds that have lapsed and that nobody has swept yet are no obstacle, once ended. */
        List<UUID> lapsed() {
            return live.stream().filter(LiveHold::lapsed).map(LiveHold::holdId).toList();
        }
    }

    /** @param lapsed its time is over, but nobody has swept it yet */
    record LiveHold(UUID holdId, boolean lapsed) {}

    /** A seat as read; its version and price are what the guarded statement asks for. */
    record Seat(
            int version,
            boolean available,
            BigDecimal price,
            @Nullable UUID lapsedHold) {}

    /** The shard's clock; there is one where any request comes as far as asking. */
    Instant now() {
        return sales.values().iterator().next().now();
    }

    boolean isFree(Spot spot) {
        var seat = seats.get(spot.seatId());
        return seat != null && seat.available();
    }

    /** Those of the spots that cannot be had. */
    List<UUID> taken(List<Spot> spots) {
        return spots.stream().filter(spot -> !isFree(spot)).map(Spot::seatId).toList();
    }

    /** Lapsed holds that have these seats. */
    List<UUID> lapsedHolds(List<Spot> spots) {
        var lapsed = new ArrayList<UUID>();
        for (var spot : spots) {
            var seat = seats.get(spot.seatId());
            if (seat != null && seat.lapsedHold() != null) {
                lapsed.add(seat.lapsedHold());
            }
        }
        return lapsed;
    }
}
