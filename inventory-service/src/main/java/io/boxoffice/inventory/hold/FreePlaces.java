package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.best.Wish;
import io.boxoffice.inventory.seatmap.Layout;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Places of a general admission: any free ones. */
@Component
class FreePlaces {
    private static final String FREE = Sql.named("hold/free-places.sql");

    private final HoldExpiry expiry;

    FreePlaces(HoldExpiry expiry) {
        this.expiry = expiry;
    }

    SeatChoice choice(Shard shard, UUID event, Layout.Section section, Wish wish) {
        return new SeatChoice(wish.quantity(), () -> choose(shard, event, section.section(), wish));
    }

    private List<HoldPlacement.Seat> choose(Shard shard, UUID event, String section, Wish wish) {
        if (wish.accessible() > 0) {
            throw new HoldAttempt.Refused(new HoldRefusal.NoSeats());
        }
        var places = free(shard, event, section, wish.quantity());
        if (places.size() < wish.quantity() && expiry.expireBatch(shard, event) > 0) {
            places = free(shard, event, section, wish.quantity());
        }
        if (places.size() < wish.quantity()) {
            throw available(shard, event, section) < wish.quantity()
                    ? new HoldAttempt.Refused(new HoldRefusal.NoSeats())
                    : new HoldAttempt.Missed();
        }
        if (!wish.affords(places.getFirst().seat().price())) {
            throw new HoldAttempt.Refused(new HoldRefusal.NoSeats());
        }
        return places;
    }

    private static List<HoldPlacement.Seat> free(Shard shard, UUID event, String section, int quantity) {
        return shard.jdbc()
                .sql(FREE)
                .param("event_id", event)
                .param("section", section)
                .param("quantity", quantity)
                .query((row, n) ->
                        new HoldPlacement.Seat(HoldPlacement.seat(row), row.getInt("version"), n, true, null))
                .list();
    }

    /** Those that rivals have locked count: they may come back. */
    private static int available(Shard shard, UUID event, String section) {
        return shard.jdbc()
                .sql("SELECT count(*) FROM seats WHERE event_id = ? AND section = ? AND \"row\" = 'GA'"
                        + " AND status = 'AVAILABLE' AND NOT not_for_sale")
                .params(event, section)
                .query(Integer.class)
                .single();
    }
}
