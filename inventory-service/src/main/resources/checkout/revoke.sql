-- Invariant: a ticket dies once, and its seat goes back in the same statement, only while it still belongs to that purchase;
-- so does the place that a checkout of the ticket had taken in another buyer's limit.
WITH doomed AS (
    SELECT ticket_id, lock_limit_key FROM tickets
    WHERE event_id = :event_id AND order_id = :order_id AND status <> 'REVOKED'
    ORDER BY ticket_id
    FOR UPDATE
), revoked AS (
    UPDATE tickets t
    SET status = 'REVOKED', revoked_cause = :cause, lock_kind = 'NONE', lock_ref = NULL, lock_buyer = NULL,
        lock_limit_key = NULL, version = t.version + 1
    FROM doomed d WHERE t.ticket_id = d.ticket_id
    RETURNING t.ticket_id, t.event_id, t.order_id, t.hold_id, t.seat_id, t.section, t.limit_key, t.holder, t.generation,
        d.lock_limit_key AS other_limit_key
), freed AS (
    UPDATE seats s
    SET status = 'AVAILABLE', version = s.version + 1, reserved_at = NULL, reserved_by = NULL, hold_id = NULL
    FROM revoked r
    WHERE s.seat_id = r.seat_id AND s.hold_id = r.hold_id AND s.status = 'PURCHASED'
    RETURNING s.seat_id, s.version, r.hold_id
), limited AS (
    UPDATE fan_limits f SET bought = f.bought - back.bought, held = f.held - back.held
    FROM (SELECT event_id, limit_key, sum(bought) AS bought, sum(held) AS held
          FROM (SELECT event_id, limit_key, 1 AS bought, 0 AS held FROM revoked
                UNION ALL
                SELECT event_id, other_limit_key, 0, 1 FROM revoked WHERE other_limit_key IS NOT NULL) each
          GROUP BY event_id, limit_key) back
    WHERE f.event_id = back.event_id AND f.limit_key = back.limit_key
), history AS (
    INSERT INTO seat_history (event_id, seat_id, version, transition, cause, hold_id, order_id)
    SELECT :event_id, seat_id, version, 'RELEASED', :cause, hold_id, :order_id FROM freed
)
SELECT ticket_id, seat_id, section, holder, generation, hold_id FROM revoked ORDER BY hold_id, holder, ticket_id
