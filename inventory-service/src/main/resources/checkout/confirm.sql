-- Invariant: seats become PURCHASED only while their hold is in checkout by this very order and fence; hold, checkout, seats,
-- limit, tickets and history move together. A caller who sees fewer seats sold than the hold has rolls back.
WITH bought AS (
    UPDATE holds SET status = 'PURCHASED', ended_at = clock_timestamp()
    WHERE hold_id = :hold_id AND event_id = :event_id AND status = 'CHECKOUT' AND order_id = :order_id AND fence = :fence
    RETURNING hold_id, event_id, user_id, limit_key, order_id, seats
), closed AS (
    UPDATE checkouts c SET status = 'CONFIRMED', ended_at = clock_timestamp()
    FROM bought b WHERE c.order_id = b.order_id AND c.status = 'OPEN'
), limited AS (
    UPDATE fan_limits f SET held = f.held - b.seats, bought = f.bought + b.seats
    FROM bought b WHERE f.event_id = b.event_id AND f.limit_key = b.limit_key
), sold AS (
    UPDATE seats s SET status = 'PURCHASED', version = s.version + 1
    FROM bought b JOIN hold_seats hs ON hs.hold_id = b.hold_id
    WHERE s.seat_id = hs.seat_id AND s.hold_id = b.hold_id AND s.status = 'RESERVED'
    RETURNING s.seat_id, s.section, s."row", s.seat_number, s.version, hs.price
), issued AS (
    INSERT INTO tickets (ticket_id, event_id, order_id, hold_id, seat_id, section, "row", seat_number, limit_key, holder)
    SELECT t.ticket_id, b.event_id, b.order_id, b.hold_id, s.seat_id, s.section, s."row", s.seat_number, b.limit_key, b.user_id
    FROM sold s
    JOIN unnest(CAST(:seat_ids AS uuid[]), CAST(:ticket_ids AS uuid[])) AS t (seat_id, ticket_id) ON t.seat_id = s.seat_id,
         bought b
    RETURNING ticket_id, seat_id
), history AS (
    INSERT INTO seat_history (event_id, seat_id, version, transition, cause, hold_id, order_id)
    SELECT :event_id, seat_id, version, 'PURCHASED', 'confirm', :hold_id, :order_id FROM sold
)
SELECT count(*) FROM issued
