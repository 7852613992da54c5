package io.boxoffice.auditor.source;

/** Every statement databases are read with: the one place that knows tables and columns. Each takes the event's id. */
final class Queries {

    static final String TERMS =
            "SELECT ticket_limit, waiting_room_mode, epoch, writable, moved_to FROM shard_events WHERE event_id = ?";

    /** Rises with every move: only the rows of this epoch count. */
    static final String EPOCH = "SELECT epoch FROM events WHERE event_id = ?";

    static final String CAPACITIES = """
            SELECT section ->> 'section',
                   coalesce((SELECT sum((r ->> 'to')::int - (r ->> 'from')::int + 1)
                             FROM jsonb_array_elements(section -> 'rows') r), (section ->> 'capacity')::int, 0)
            FROM events JOIN venues USING (venue_id), jsonb_array_elements(sections) AS section
            WHERE event_id = ?
            """;

    static final String SEATS =
            "SELECT seat_id::text, section, status, not_for_sale, hold_id FROM seats WHERE event_id = ?";

    static final String HOLDS = "SELECT hold_id, user_id, session_id, limit_key, status FROM holds WHERE event_id = ?";

    static final String HISTORY =
            "SELECT seat_id::text, version, transition FROM seat_history WHERE event_id = ? ORDER BY seat_id, version";

    /** A ticket counts until its seat was freed; a refund frees it last of all. */
    static final String TICKETS = """
            SELECT ticket_id, order_id, holder, seat_id::text, status, generation, limit_key,
                   status <> 'REVOKED' OR EXISTS (SELECT 1 FROM ticket_refund_items i JOIN ticket_refunds r USING (refund_id)
                                                  WHERE i.ticket_id = t.ticket_id AND i.revoked AND r.status = 'REVOKED'),
                   lock_limit_key
            FROM tickets t WHERE event_id = ?
            """;

    static final String TRANSFERS = """
            SELECT ticket_id, order_id, generation, from_holder, from_limit_key, from_order_id, holder, limit_key
            FROM ticket_transfers WHERE event_id = ? ORDER BY ticket_id, generation
            """;

    static final String SCANS = "SELECT ticket_id, nonce, coalesce(result, 'OPEN') FROM scans WHERE event_id = ?";

    static final String LIMITS = "SELECT limit_key, held, bought FROM fan_limits WHERE event_id = ?";

    static final String ORDERS = """
            SELECT order_id, user_id, hold_id, kind, status, total_amount, fence IS NOT NULL, confirmed_at IS NOT NULL,
                   status = 'CONFIRMED' AND confirmed_at < clock_timestamp() - interval '5 minutes', refunded
            FROM orders WHERE event_id = ?
            """;

    static final String ITEMS = "SELECT order_id, seat_id::text, status FROM order_items WHERE event_id = ?";

    static final String REFUNDS = """
            SELECT refund_id, order_id, r.status, amount FROM refunds r JOIN orders o USING (order_id) WHERE o.event_id = ?
            """;

    static final String LEDGER = """
            SELECT transaction_id::text, min(l.order_id::text), sum(debit - credit),
                   coalesce(sum(debit) FILTER (WHERE account = 'PROVIDER_RECEIVABLE'), 0),
                   coalesce(sum(credit) FILTER (WHERE account = 'PROVIDER_RECEIVABLE'), 0)
            FROM ledger_entries l JOIN orders o ON o.order_id = l.order_id
            WHERE o.event_id = ? GROUP BY transaction_id, l.currency
            """;

    static final String LEDGER_SUMS = "SELECT currency, sum(debit - credit) FROM ledger_entries GROUP BY currency";

    static final String IN_MOTION = """
            SELECT seat ->> 'seat_id' FROM orders, jsonb_array_elements(seats) AS seat
            WHERE event_id = ? AND step NOT IN ('CONFIRMED', 'ENDED')
            UNION
            SELECT i.seat_id::text FROM refund_items i JOIN refunds r USING (refund_id) JOIN orders o USING (order_id)
            WHERE o.event_id = ? AND r.step <> 'ENDED'
            """;

    static final String LISTINGS = """
            SELECT listing_id, l.status, listed_at IS NOT NULL, l.order_id,
                   (SELECT count(*) FROM listing_tickets t WHERE t.listing_id = l.listing_id AND t.sold),
                   price_each, p.amount + p.platform_fee
            FROM listings l LEFT JOIN payouts p USING (listing_id) WHERE l.event_id = ?
            """;

    static final String OUTBOX = "SELECT type, data FROM outbox WHERE message_key = ?::uuid::text ORDER BY id";

    static final String OPEN = """
            SELECT (SELECT count(*) FROM orders
                    WHERE event_id = ? AND (step <> 'ENDED' OR status IN ('PENDING', 'AUTHORIZED', 'CONFIRMED', 'STUCK')))
                 + (SELECT count(*) FROM refunds r JOIN orders o USING (order_id) WHERE o.event_id = ? AND r.step <> 'ENDED')
            """;

    static final String LISTINGS_UNDER_WAY =
            "SELECT count(*) FROM listings WHERE event_id = ? AND (pending IS NOT NULL OR status IN ('PREPARING', 'CHECKOUT'))";

    static final String SOLD = "SELECT order_id::text FROM orders WHERE event_id = ? AND confirmed_at IS NOT NULL";

    /** Events put on sale within so many seconds. */
    static final String EVENTS =
            "SELECT event_id, created_at FROM events WHERE created_at > clock_timestamp() - make_interval(secs => ?)";

    static final String SHARD_EVENTS = "SELECT event_id FROM shard_events";

    /** Rises with every row written to what the rules look at, whoever writes it. */
    static final String WRITES = """
            SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_user_tables
            WHERE relname <> ALL (string_to_array(?, ','))
            """;

    /** Tables that change though nothing has happened to a seat or to money. */
    static final String IGNORED_WRITES = "outbox,processed_messages,idempotency_keys,flyway_schema_history";

    private Queries() {}
}
