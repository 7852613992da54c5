package io.boxoffice.inventory.block;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Finds the seats that are meant, or says why they cannot be had. */
@Repository
class BlockSeats {
    private static final String TO_BLOCK = Sql.named("block/seats-to-block.sql");
    private static final String TO_RELEASE = Sql.named("block/seats-to-release.sql");

    private record Seat(UUID id, boolean free) {}

    /** Seats of the event that are free, as many as are asked for. */
    List<UUID> toBlock(Shard shard, UUID event, Selection selection) {
        return switch (selection) {
            case Selection.Named(var seats) -> allFree(named(shard, event, seats), seats.size(), seats);
            case Selection.Part part -> {
                requireKnown(shard, event, part);
                var quantity = part.quantity();
                if (quantity != null) {
                    yield farthest(shard, event, part, quantity);
                }
                var seats = part(shard, event, part);
                yield allFree(seats, seats.size(), List.of());
            }
        };
    }

    private static List<UUID> allFree(List<Seat> found, int asked, List<UUID> named) {
        if (found.size() < asked) {
            var unknown = new HashSet<>(named);
            found.forEach(seat -> unknown.remove(seat.id()));
            throw BlockProblems.unknown(unknown);
        }
        var taken = found.stream().filter(seat -> !seat.free()).map(Seat::id).toList();
        if (!taken.isEmpty()) {
            throw BlockProblems.taken(taken);
        }
        return found.stream().map(Seat::id).toList();
    }

    /** Places of a general admission have no names. */
    private static List<Seat> named(Shard shard, UUID event, List<UUID> seats) {
        return shard.jdbc()
                .sql("SELECT s.seat_id, s.status = 'AVAILABLE' AND NOT s.not_for_sale AS free"
                        + " FROM seats s JOIN sections p ON p.event_id = s.event_id AND p.section = s.section"
                        + " WHERE s.event_id = :event AND p.kind <> 'GA' AND s.seat_id = ANY (CAST(:seats AS uuid[]))")
                .param("event", event)
                .param("seats", Sql.array(seats))
                .query((row, _) -> new Seat(Sql.uuid(row, "seat_id"), row.getBoolean("free")))
                .list();
    }

    private static List<Seat> part(Shard shard, UUID event, Selection.Part part) {
        return shard.jdbc()
                .sql("SELECT seat_id, status = 'AVAILABLE' AND NOT not_for_sale AS free FROM seats"
                        + " WHERE event_id = :event AND section = :section"
                        + " AND (CAST(:row AS text) IS NULL OR \"row\" = CAST(:row AS text))")
                .param("event", event)
                .param("section", part.section())
                .param("row", part.row())
                .query((row, _) -> new Seat(Sql.uuid(row, "seat_id"), row.getBoolean("free")))
                .list();
    }

    private static List<UUID> farthest(Shard shard, UUID event, Selection.Part part, int quantity) {
        var seats = shard.jdbc()
                .sql(TO_BLOCK)
                .param("event_id", event)
                .param("section", part.section())
                .param("row", part.row())
                .param("quantity", quantity)
                .query((row, _) -> Sql.uuid(row, "seat_id"))
                .list();
        if (seats.size() < quantity) {
            throw BlockProblems.tooFew(seats.size());
        }
        return seats;
    }

    private static void requireKnown(Shard shard, UUID event, Selection.Part part) {
        boolean section = shard.jdbc()
                .sql("SELECT EXISTS (SELECT FROM sections WHERE event_id = ? AND section = ?)")
                .params(event, part.section())
                .query(Boolean.class)
                .single();
        if (!section) {
            throw Problems.invalid("/section", "There is no such section.");
        }
        boolean row = part.row() == null
                || shard.jdbc()
                        .sql("SELECT EXISTS (SELECT FROM seats WHERE event_id = ? AND section = ? AND \"row\" = ?)")
                        .params(event, part.section(), part.row())
                        .query(Boolean.class)
                        .single();
        if (!row) {
            throw Problems.invalid("/row", "There is no such row.");
        }
    }

    /** Seats of a block that is locked, as many as are asked for. */
    List<UUID> toRelease(Shard shard, UUID event, UUID block, Selection selection) {
        return switch (selection) {
            case Selection.Named(var seats) -> ofBlock(shard, event, block, seats);
            case Selection.Part part -> {
                requireKnown(shard, event, part);
                var seats = nearest(shard, event, block, part);
                var quantity = part.quantity();
                if (seats.size() < (quantity == null ? 1 : quantity)) {
                    throw BlockProblems.tooFew(seats.size());
                }
                yield seats;
            }
        };
    }

    private static List<UUID> ofBlock(Shard shard, UUID event, UUID block, List<UUID> seats) {
        var unknown = new HashSet<>(seats);
        shard.jdbc()
                .sql("SELECT seat_id FROM seats WHERE event_id = :event AND block_id = :block"
                        + " AND seat_id = ANY (CAST(:seats AS uuid[]))")
                .param("event", event)
                .param("block", block)
                .param("seats", Sql.array(seats))
                .query((row, _) -> Sql.uuid(row, "seat_id"))
                .list()
                .forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw BlockProblems.unknown(unknown);
        }
        return seats;
    }

    private static List<UUID> nearest(Shard shard, UUID event, UUID block, Selection.Part part) {
        return shard.jdbc()
                .sql(TO_RELEASE)
                .param("event_id", event)
                .param("block_id", block)
                .param("section", part.section())
                .param("row", part.row())
                .param("quantity", part.quantity())
                .query((row, _) -> Sql.uuid(row, "seat_id"))
                .list();
    }
}
