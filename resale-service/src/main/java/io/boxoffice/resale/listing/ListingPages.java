package io.boxoffice.resale.listing;

import io.boxoffice.resale.sql.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads many listings at once, page by page. */
@Repository
public class ListingPages {
    private final JdbcClient jdbc;
    private final ListingRows rows;

    ListingPages(JdbcClient jdbc, ListingRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Where a page of the cheapest goes on. */
    public record Cheapest(BigDecimal price, UUID id) {}

    /** What is offered at events to come, cheapest first. */
    public List<Listing> offered(@Nullable UUID eventId, @Nullable Cheapest after, Instant now, int limit) {
        return rows.withTickets(jdbc.sql("""
                        SELECT l.* FROM listings l JOIN events e USING (event_id)
                        WHERE l.status = 'ACTIVE' AND NOT e.cancelled AND (e.date_open OR e.date > :now)
                          AND (CAST(:event AS uuid) IS NULL OR l.event_id = CAST(:event AS uuid))
                          AND (CAST(:price AS numeric) IS NULL
                               OR (l.price_each, l.listing_id) > (CAST(:price AS numeric), CAST(:id AS uuid)))
                        ORDER BY l.price_each, l.listing_id
                        LIMIT :limit
                        """)
                .param("now", Sql.at(now))
                .param("event", eventId)
                .param("price", after == null ? null : after.price())
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, _) -> ListingRows.listing(row))
                .list());
    }

    /** All of a seller's, newest first. */
    public List<Listing> of(UUID sellerId, @Nullable UUID eventId, @Nullable UUID before, int limit) {
        return rows.withTickets(jdbc.sql("""
                        SELECT * FROM listings
                        WHERE seller_id = :seller
                          AND (CAST(:event AS uuid) IS NULL OR event_id = CAST(:event AS uuid))
                          AND (CAST(:before AS uuid) IS NULL OR listing_id < CAST(:before AS uuid))
                        ORDER BY listing_id DESC
                        LIMIT :limit
                        """)
                .param("seller", sellerId)
                .param("event", eventId)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> ListingRows.listing(row))
                .list());
    }

    /** Offered listings of events that were cancelled or have begun. */
    public List<UUID> outlived(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT l.listing_id FROM listings l JOIN events e USING (event_id)
                        WHERE l.status = 'ACTIVE' AND (e.cancelled OR (NOT e.date_open AND e.date <= :now))
                        LIMIT :limit
                        """)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query((row, _) -> Sql.uuid(row, "listing_id"))
                .list();
    }
}
