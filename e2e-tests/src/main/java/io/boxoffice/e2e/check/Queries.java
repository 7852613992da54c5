package io.boxoffice.e2e.check;

/**
 * Every statement the checker reads databases with: the one place that knows tables and columns. Each takes the event's id, as often as it
 * has question marks.
 */
final class Queries {

    static final String SEATS =
            "SELECT seat_id::text, section, status, not_for_sale, hold_id FROM seats WHERE event_id = ?";

    static final String HOLDS = "SELECT hold_id, user_id, session_id, status FROM holds WHERE event_id = ?";

    static final String TICKETS =
            "SELECT ticket_id, order_id, holder, seat_id::text, status FROM tickets WHERE event_id = ?";

    static final String SCANS = "SELECT ticket_id, nonce, coalesce(result, 'OPEN') FROM scans WHERE event_id = ?";

    static final String LIMITS = "SELECT limit_key, held, bought FROM fan_limits WHERE event_id = ?";

    static final String ORDERS = """
            SELECT order_id, user_id, hold_id, status, total_amount, payment_intent, fence IS NOT NULL
            FROM orders WHERE event_id = ?
            """;

    static final String ITEMS = """
            SELECT order_id, seat ->> 'seat_id',
                   CASE WHEN status IN ('DECLINED', 'EXPIRED', 'VOIDED', 'CAPTURE_FAILED') THEN 'VOID' ELSE 'ACTIVE' END
            FROM orders, jsonb_array_elements(seats) AS seat
            WHERE event_id = ?
            """;

    static final String HISTORY =
            "SELECT seat_id::text, version, transition FROM seat_history WHERE event_id = ? ORDER BY seat_id, version";

    static final String UNSENT = "SELECT count(*) FROM outbox WHERE message_key = ?::text";

    static final String UNSETTLED = """
            SELECT count(*) FROM orders
            WHERE event_id = ? AND status IN ('PENDING', 'AUTHORIZED', 'CONFIRMED', 'STUCK')
            """;

    static final String SOLD = "SELECT order_id FROM orders WHERE event_id = ? AND status IN ('CONFIRMED', 'CAPTURED')";

    private Queries() {}
}
