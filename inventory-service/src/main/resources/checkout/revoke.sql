-- Invariant: a ticket dies once, and its seat goes back in the same statement, only while it still belongs to that purchase.
WITH revoked AS (
    UPDATE tickets SET status = 'REVOKED', lock_kind = 'NONE', lock_ref = NULL
    WHERE event_id = :event_id AND order_id = :order_id AND status <> 'REVOKED'
    RETURNING ticket_id, event_id, order_id, hold_id, seat_id, section, limit_key, holder, generation
), freed AS (
    UPDATE seats s
    SET status = 'AVAILABLE', version = s.version + 1, reserved_at = NULL, reserved_by = NULL, hold_id = NULL
    FROM revoked r
    WHERE s.seat_id = r.seat_id AND s.hold_id = r.hold_id AND s.status = 'PURCHASED'
    RETURNING s.seat_id, s.version, r.hold_id
), limited AS (
    UPDATE fan_limits f SET bought = f.bought - back.seats
    FROM (SELECT event_id, limit_key, count(*) AS seats FROM revoked GROUP BY event_id, limit_key) back
    WHERE f.event_id = back.event_id AND f.limit_key = back.limit_key
), history AS (
    INSERT INTO seat_history (event_id, seat_id, version, transition, cause, hold_id, order_id)
    SELECT :event_id, seat_id, version, 'RELEASED', :cause, hold_id, :order_id FROM freed
)
SELECT ticket_id, seat_id, section, holder, generation, hold_id FROM revoked ORDER BY ticket_id
