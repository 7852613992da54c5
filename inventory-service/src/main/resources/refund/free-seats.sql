-- Invariant: seats are conserved. A seat comes back once, only while it still belongs to the purchase of a ticket that this
-- refund revoked; limit and history are of the same statement. The limit that comes back is that of the last buyer.
WITH freed AS (
    UPDATE seats s
    SET status = 'AVAILABLE', version = s.version + 1, reserved_at = NULL, reserved_by = NULL, hold_id = NULL
    FROM ticket_refund_items i JOIN tickets t ON t.ticket_id = i.ticket_id
    WHERE i.refund_id = :refund_id AND i.revoked AND t.status = 'REVOKED'
      AND s.seat_id = t.seat_id AND s.hold_id = t.hold_id AND s.status = 'PURCHASED'
    RETURNING s.event_id, s.seat_id, s.section, s.version, t.hold_id, t.holder, t.limit_key
), limited AS (
    UPDATE fan_limits f SET bought = f.bought - back.seats
    FROM (SELECT event_id, limit_key, count(*) AS seats FROM freed GROUP BY event_id, limit_key) back
    WHERE f.event_id = back.event_id AND f.limit_key = back.limit_key
), history AS (
    INSERT INTO seat_history (event_id, seat_id, version, transition, cause, hold_id, order_id)
    SELECT event_id, seat_id, version, 'RELEASED', :cause, hold_id, :order_id FROM freed
)
SELECT seat_id, section, hold_id, holder FROM freed ORDER BY hold_id, holder, seat_id
