package io.boxoffice.resale.listing;

import io.boxoffice.resale.sql.Sql;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every change of a listing: one guarded update, and in the same transaction, only if it really happened, what hangs on it. Each
 * method says whether it was this caller that made the change.
 */
@Component
public class ListingMoves {
    private static final Logger log = LoggerFactory.getLogger(ListingMoves.class);
    private static final String MOVE = Sql.of("listing/move");

    private final JdbcClient jdbc;
    private final ListingMessages messages;
    private final TransactionOperations transactions;

    ListingMoves(JdbcClient jdbc, ListingMessages messages, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.transactions = transactions;
    }

    /** All its tickets are locked: it is offered. */
    public boolean offer(Listing listing) {
        return make(listing, Move.to(ListingStatus.ACTIVE, null), () -> messages.listed(listing));
    }

    /** It was never offered, so nobody is told. */
    public boolean giveUp(Listing listing, String cause, @Nullable UUID refusedTicket) {
        var move =
                Move.to(ListingStatus.CANCELLED, Pending.UNLOCK).because(cause).refusedBy(refusedTicket);
        return make(listing, move, () -> {});
    }

    /** It is offered no more, and its locks are still to be taken off. */
    public boolean cancel(Listing listing, String cause) {
        return cancel(listing, cause, () -> {});
    }

    /** The same, with something that hangs on it. */
    public boolean cancel(Listing listing, String cause, Runnable effects) {
        return make(listing, Move.to(ListingStatus.CANCELLED, Pending.UNLOCK).because(cause), () -> {
            messages.cancelled(listing, cause);
            effects.run();
        });
    }

    /** Nothing is left of it at inventory. */
    public boolean unlocked(Listing listing) {
        return make(listing, Move.to(ListingStatus.CANCELLED, null), () -> {});
    }

    /** Its order is over; it is offered again. */
    public boolean offerAgain(Listing listing, Runnable effects) {
        return make(listing, Move.to(ListingStatus.ACTIVE, null), effects);
    }

    /** In checkout: what comes next for its order, and why it cannot be sold to anybody after that, if so. */
    public boolean next(Listing listing, @Nullable Pending pending, @Nullable String doom, Runnable effects) {
        return make(listing, Move.to(ListingStatus.CHECKOUT, pending).doomedBy(doom), effects);
    }

    /** Its tickets are the buyer's. */
    public boolean sold(Listing listing, UUID buyer, Set<UUID> given, Runnable effects) {
        return make(listing, Move.to(ListingStatus.SOLD, null), () -> {
            jdbc.sql("UPDATE listing_tickets SET sold = true WHERE listing_id = :listing AND ticket_id IN (:given)")
                    .param("listing", listing.id())
                    .param("given", given)
                    .update();
            messages.sold(listing, buyer, given);
            effects.run();
        });
    }

    /** It cannot be sold any more, but somebody is at it: whoever ends that will cancel it. */
    public boolean doom(Listing listing, String why) {
        return make(listing, Move.to(listing.status(), listing.pending()).doomedBy(why), () -> {});
    }

    private boolean make(Listing from, Move move, Runnable effects) {
        boolean made = Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean moved = update(from, move);
            if (moved) {
                effects.run();
            }
            return moved;
        }));
        if (made) {
            log.atInfo()
                    .addKeyValue("listing_id", from.id())
                    .addKeyValue("event_id", from.eventId())
                    .addKeyValue("from", from.status())
                    .addKeyValue("to", move.to())
                    .addKeyValue("pending", move.pending())
                    .log("listing moved");
        }
        return made;
    }

    private boolean update(Listing from, Move move) {
        return jdbc.sql(MOVE)
                        .param("listing_id", from.id())
                        .param("from", from.status().name())
                        .param("from_pending", Objects.toString(from.pending(), null))
                        .param("from_doomed", from.doomed())
                        .param("from_order", from.orderId())
                        .param("to", move.to().name())
                        .param("to_pending", Objects.toString(move.pending(), null))
                        .param("cause", move.cause())
                        .param("refused_ticket", move.refusedTicket())
                        .param("doom", move.doom())
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
