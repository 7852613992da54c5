package io.boxoffice.resale.listing;

import io.boxoffice.resale.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads listings. */
@Repository
public class ListingRows {
    private final JdbcClient jdbc;

    ListingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page of the cheapest goes on. */
    public record Cheapest(BigDecimal price, UUID id) {}

    public Optional<Listing> find(UUID id) {
        return withTickets(jdbc.sql("SELECT * FROM listings WHERE listing_id = ?")
                        .param(id)
                        .query((row, _) -> listing(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** The listing, kept from changing until the transaction ends. */
    public Optional<Listing> lock(UUID id) {
        return jdbc.sql("SELECT listing_id FROM listings WHERE listing_id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    public Listing get(UUID id) {
        return find(id).orElseThrow();
    }

    /** The live listing of a ticket. */
    public Optional<Listing> liveOf(UUID ticketId) {
        return jdbc.sql("SELECT listing_id FROM listing_tickets WHERE ticket_id = ? AND live")
                .param(ticketId)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /** What is offered at events to come, cheapest first. */
    public List<Listing> offered(@Nullable UUID eventId, @Nullable Cheapest after, Instant now, int limit) {
        return withTickets(jdbc.sql("""
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
                .query((row, _) -> listing(row))
                .list());
    }

    /** All of a seller's, newest first. */
    public List<Listing> of(UUID sellerId, @Nullable UUID eventId, @Nullable UUID before, int limit) {
        return withTickets(jdbc.sql("""
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
                .query((row, _) -> listing(row))
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

    private List<Listing> withTickets(List<Listing> bare) {
        var tickets = ticketsOf(bare.stream().map(Listing::id).toList());
        return bare.stream()
                .map(listing -> new Listing(
                        listing.id(),
                        listing.eventId(),
                        listing.sellerId(),
                        listing.status(),
                        listing.pending(),
                        listing.priceEach(),
                        listing.currency(),
                        listing.cause(),
                        listing.refusedTicket(),
                        listing.doomed(),
                        listing.orderId(),
                        listing.fence(),
                        listing.wasOffered(),
                        listing.createdAt(),
                        tickets.getOrDefault(listing.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<ListedTicket>> ticketsOf(Collection<UUID> listings) {
        var tickets = new HashMap<UUID, List<ListedTicket>>();
        if (!listings.isEmpty()) {
            jdbc.sql("SELECT * FROM listing_tickets WHERE listing_id IN (:ids) ORDER BY position")
                    .param("ids", listings)
                    .query(row -> {
                        tickets.computeIfAbsent(Sql.uuid(row, "listing_id"), _ -> new ArrayList<>())
                                .add(ticket(row));
                    });
        }
        return tickets;
    }

    private static ListedTicket ticket(ResultSet row) throws SQLException {
        return new ListedTicket(
                Sql.uuid(row, "ticket_id"),
                Sql.uuid(row, "seat_id"),
                row.getString("section"),
                row.getString("row"),
                row.getString("seat_number"),
                row.getBigDecimal("face_price"),
                row.getInt("generation"),
                row.getBoolean("sold"));
    }

    private static Listing listing(ResultSet row) throws SQLException {
        var pending = row.getString("pending");
        return new Listing(
                Sql.uuid(row, "listing_id"),
                Sql.uuid(row, "event_id"),
                Sql.uuid(row, "seller_id"),
                ListingStatus.valueOf(row.getString("status")),
                pending == null ? null : Pending.valueOf(pending),
                row.getBigDecimal("price_each"),
                row.getString("currency"),
                row.getString("cause"),
                Sql.uuidOrNull(row, "refused_ticket"),
                row.getString("doomed"),
                Sql.uuidOrNull(row, "order_id"),
                row.getLong("fence"),
                row.getObject("listed_at") != null,
                Sql.instant(row, "created_at"),
                List.of());
    }
}
