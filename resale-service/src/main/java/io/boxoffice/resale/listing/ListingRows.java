package io.boxoffice.resale.listing;

import io.boxoffice.resale.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads listings. */
@Repository
public class ListingRows {
    private final JdbcClient jdbc;

    ListingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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

    /** The same listings with their tickets. */
    List<Listing> withTickets(List<Listing> bare) {
        var tickets = ticketsOf(bare.stream().map(Listing::id).toList());
        return bare.stream()
                .map(listing -> listing.with(tickets.getOrDefault(listing.id(), List.of())))
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

    /** A listing without its tickets. */
    static Listing listing(ResultSet row) throws SQLException {
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
