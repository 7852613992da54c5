package io.boxoffice.inventory.move;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table with rows of an event, as {@code t}.
 *
 * @param key what makes a row the same
 * @param from the table, with that of the rows it hangs on as {@code p}
 * @param scope which rows are the event's; {@code %s} is its id
 * @param changed whose transaction tells that a row is new: its own, or that of what it hangs on
 * @param recent a condition that all rows written after the moment {@code %s} keep, where an index can use it
 * @param sum compared at both ends with the count of the rows; nothing where rows are copied that others may have
 * @param leftOut what a copy has of its own
 */
record MovedTable(
        String name,
        List<String> key,
        String from,
        String scope,
        String changed,
        @Nullable String recent,
        @Nullable String sum,
        Set<String> leftOut) {

    /** A transaction of a request ends sooner than that, or never. */
    private static final String LONGEST_TRANSACTION = "interval '2 minutes'";

    /** The event's own row is there before all others, since it says that the rest is only a copy. */
    static final MovedTable EVENT = of("shard_events", "t.aggregate_version", "event_id")
            .without("epoch", "writable", "moved_to", "mover", "opened_at");

    /** All of them, those first that others hang on. What waits in the outbox comes last of all, by {@link EventCopy}. */
    static final List<MovedTable> ALL = List.of(
            EVENT,
            of("sections", "t.section_no", "event_id", "section"),
            of("seat_blocks", "t.at_general_sale::int", "block_id"),
            of("seats", "t.version", "seat_id"),
            of("holds", "t.fence", "hold_id"),
            of("hold_seats", "t.price", "hold_id", "seat_id").hangingOn("holds", "hold_id"),
            of("checkouts", "t.fence", "order_id"),
            of("fan_limits", "t.held + t.bought", "event_id", "limit_key"),
            of("tickets", "t.version", "ticket_id"),
            of("ticket_transfers", "t.generation", "ticket_id", "order_id"),
            of("ticket_refunds", "t.revoked + t.freed + t.restored", "refund_id"),
            of("ticket_refund_items", "t.revoked::int", "refund_id", "ticket_id")
                    .hangingOn("ticket_refunds", "refund_id"),
            of("scans", "coalesce(t.entry, 0)", "event_id", "device_id", "nonce"),
            of("seat_history", "t.version", "seat_id", "version").without("xid"),
            new MovedTable(
                    "idempotency_keys",
                    List.of("sub", "method", "path", "idempotency_key"),
                    "idempotency_keys t",
                    "t.path LIKE '/api/v1/events/%s/%%'",
                    "t",
                    "t.created_at > timestamptz '%s' - " + LONGEST_TRANSACTION,
                    null,
                    Set.of()));

    /** Which messages had their effect: of all events, since they do not say of which; more of them do no harm. */
    static final MovedTable MESSAGES = new MovedTable(
            "processed_messages",
            List.of("consumer", "message_id"),
            "processed_messages t",
            "true",
            "t",
            "t.processed_at > timestamptz '%s' - " + LONGEST_TRANSACTION,
            null,
            Set.of());

    /** What is not told yet. */
    static final MovedTable OUTBOX =
            new MovedTable("outbox", List.of(), "outbox t", "t.message_key = '%s'", "t", null, null, Set.of());

    private static MovedTable of(String name, String sum, String... key) {
        return new MovedTable(name, List.of(key), name + " t", "t.event_id = '%s'", "t", null, sum, Set.of());
    }

    private MovedTable hangingOn(String parent, String by) {
        return new MovedTable(
                name,
                key,
                "%s t JOIN %s p ON p.%s = t.%s".formatted(name, parent, by, by),
                "p.event_id = '%s'",
                "p",
                recent,
                sum,
                leftOut);
    }

    private MovedTable without(String... columns) {
        return new MovedTable(name, key, from, scope, changed, recent, sum, Set.copyOf(Arrays.asList(columns)));
    }

    /** Everything that passes copy. */
    static Stream<MovedTable> copied() {
        return Stream.concat(ALL.stream(), Stream.of(MESSAGES));
    }

    String scopeOf(UUID event) {
        return scope.formatted(event);
    }

    /** Forgets the event's rows. */
    String delete(UUID event) {
        int join = from.indexOf(" JOIN ");
        return join < 0
                ? "DELETE FROM " + from + " WHERE " + scopeOf(event)
                : "DELETE FROM " + from.substring(0, join) + " USING "
                        + from.substring(join + " JOIN ".length()).replace(" ON ", " WHERE ") + " AND "
                        + scopeOf(event);
    }
}
