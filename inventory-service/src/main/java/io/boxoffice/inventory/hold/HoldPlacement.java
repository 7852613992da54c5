package io.boxoffice.inventory.hold;

import io.boxoffice.common.Ids;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements by which a hold is placed, each one round trip. */
@Repository
class HoldPlacement {
    private static final String PLACE = Sql.named("hold/place-hold.sql");

    /** A seat as read: its version is what the guarded statement asks for, its position the index in the layout. */
    record Seat(
            HeldSeat seat,
            int version,
            int position,
            boolean available,
            @Nullable UUID lapsedHold) {}

    /** Who wants the seats. */
    record Fan(UUID user, @Nullable UUID session, String limitKey) {}

    /** How far the statement came. */
    record Placed(
            int asked,
            int locked,
            int held,
            int limited,
            int taken,
            UUID holdId,
            @Nullable BigDecimal subtotal,
            @Nullable String currency,
            @Nullable Instant expiresAt) {}

    /** The seats in the order asked for; those that are no seats of the event, or of its general admission, are missing. */
    List<Seat> read(Shard shard, UUID event, List<UUID> seats) {
        return shard.jdbc()
                .sql("SELECT s.seat_id, s.section, s.\"row\", s.seat_number, p.price, s.version, s.position,"
                        + " s.status = 'AVAILABLE' AND NOT s.not_for_sale AS available,"
                        + " CASE WHEN h.status = 'ACTIVE' AND h.expires_at <= clock_timestamp() THEN h.hold_id END AS lapsed"
                        + " FROM unnest(CAST(:seats AS uuid[])) WITH ORDINALITY AS a (seat_id, n)"
                        + " JOIN seats s ON s.seat_id = a.seat_id AND s.event_id = :event"
                        + " JOIN sections p ON p.event_id = s.event_id AND p.section = s.section AND p.kind <> 'GA'"
                        + " LEFT JOIN holds h ON h.hold_id = s.hold_id AND s.status = 'RESERVED' ORDER BY a.n")
                .param("seats", Sql.array(seats))
                .param("event", event)
                .query((row, _) -> new Seat(
                        seat(row),
                        row.getInt("version"),
                        row.getInt("position"),
                        row.getBoolean("available"),
                        Sql.uuidOrNull(row, "lapsed")))
                .list();
    }

    static HeldSeat seat(ResultSet row) throws SQLException {
        return new HeldSeat(
                Sql.uuid(row, "seat_id"),
                row.getString("section"),
                row.getString("row"),
                row.getString("seat_number"),
                row.getBigDecimal("price"));
    }

    static List<UUID> taken(List<Seat> seats) {
        return seats.stream()
                .filter(seat -> !seat.available())
                .map(seat -> seat.seat().seatId())
                .toList();
    }

    Placed place(Shard shard, UUID event, Fan fan, List<Seat> seats, double ttlSeconds) {
        var hold = Ids.next();
        return shard.jdbc()
                .sql(PLACE)
                .param(
                        "seat_ids",
                        Sql.array(
                                seats.stream().map(seat -> seat.seat().seatId()).toList()))
                .param("versions", Sql.array(seats.stream().map(Seat::version).toList()))
                .param("event_id", event)
                .param("hold_id", hold)
                .param("user_id", fan.user())
                .param("session_id", fan.session())
                .param("limit_key", fan.limitKey())
                .param("ttl_seconds", ttlSeconds)
                .query((row, _) -> new Placed(
                        row.getInt("asked"),
                        row.getInt("locked"),
                        row.getInt("held"),
                        row.getInt("limited"),
                        row.getInt("taken"),
                        hold,
                        row.getBigDecimal("subtotal"),
                        row.getString("currency"),
                        row.getInt("held") == 1 ? Sql.instant(row, "expires_at") : null))
                .single();
    }

    /** Whether under a tenth of the section's seats that are for sale is free. */
    boolean isNearlyGone(Shard shard, UUID event, String section) {
        return shard.jdbc()
                .sql("SELECT 10 * count(*) FILTER (WHERE status = 'AVAILABLE') < count(*)"
                        + " FROM seats WHERE event_id = ? AND section = ? AND NOT not_for_sale")
                .params(event, section)
                .query(Boolean.class)
                .single();
    }

    /** Those of the seats that can be had at this moment. */
    List<UUID> available(Shard shard, List<UUID> seats) {
        return shard.jdbc()
                .sql("SELECT seat_id FROM seats WHERE seat_id = ANY (CAST(? AS uuid[])) AND status = 'AVAILABLE'"
                        + " AND NOT not_for_sale")
                .param(Sql.array(seats))
                .query((row, _) -> Sql.uuid(row, "seat_id"))
                .list();
    }
}
