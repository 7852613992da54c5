-- Invariant: a seat has at most one holder, and a hold is all or nothing. Rows are locked in seat_id order and only while
-- they are what the caller has read (seat_id, version) and AVAILABLE; every further step hangs on the one before it, so a
-- caller who sees fewer seats taken than asked rolls back. Limit, one live hold per fan, and the history are of the same
-- transaction. The price is the section's of this moment, stamped on the hold.
WITH asked AS (
    SELECT seat_id, version
    FROM unnest(CAST(:seat_ids AS uuid[]), CAST(:versions AS integer[])) AS a (seat_id, version)
), locked AS (
    SELECT s.seat_id, s.section, s."row", s.seat_number, p.price
    FROM seats s JOIN asked a ON a.seat_id = s.seat_id AND a.version = s.version
         JOIN sections p ON p.event_id = s.event_id AND p.section = s.section
    WHERE s.event_id = :event_id AND s.status = 'AVAILABLE' AND NOT s.not_for_sale
    ORDER BY s.seat_id
    FOR UPDATE OF s
), complete AS (
    SELECT count(*) AS seats, sum(price) AS subtotal FROM locked
    HAVING count(*) = (SELECT count(*) FROM asked)
), held AS (
    INSERT INTO holds (hold_id, event_id, user_id, session_id, limit_key, status, seats, subtotal, currency, expires_at)
    SELECT :hold_id, e.event_id, :user_id, CAST(:session_id AS uuid), :limit_key, 'ACTIVE', c.seats, c.subtotal,
           e.currency, clock_timestamp() + make_interval(secs => :ttl_seconds)
    FROM complete c, shard_events e
    WHERE e.event_id = :event_id AND e.writable AND e.on_sale_date <= clock_timestamp() AND e.sale_state = 'ON'
    ON CONFLICT DO NOTHING
    RETURNING hold_id, seats, subtotal, currency, expires_at
), limited AS (
    INSERT INTO fan_limits AS f (event_id, limit_key, held)
    SELECT e.event_id, :limit_key, h.seats FROM held h, shard_events e
    WHERE e.event_id = :event_id AND h.seats <= e.ticket_limit
    ON CONFLICT (event_id, limit_key) DO UPDATE SET held = f.held + EXCLUDED.held
        WHERE f.held + f.bought + EXCLUDED.held
            <= (SELECT ticket_limit FROM shard_events WHERE event_id = EXCLUDED.event_id)
    RETURNING 1
), taken AS (
    UPDATE seats s
    SET status = 'RESERVED', version = s.version + 1, reserved_at = clock_timestamp(), reserved_by = :user_id,
        hold_id = h.hold_id, price = l.price
    FROM locked l, held h, limited
    WHERE s.seat_id = l.seat_id AND s.status = 'AVAILABLE'
    RETURNING s.seat_id, s.section, s."row", s.seat_number, s.price, s.version
), stamped AS (
    INSERT INTO hold_seats (hold_id, seat_id, section, "row", seat_number, price)
    SELECT :hold_id, seat_id, section, "row", seat_number, price FROM taken
), history AS (
    INSERT INTO seat_history (event_id, seat_id, version, transition, cause, hold_id)
    SELECT :event_id, seat_id, version, 'RESERVED', 'hold', :hold_id FROM taken
)
SELECT (SELECT count(*) FROM asked)   AS asked,
       (SELECT count(*) FROM locked)  AS locked,
       (SELECT count(*) FROM held)    AS held,
       (SELECT count(*) FROM limited) AS limited,
       (SELECT count(*) FROM taken)   AS taken,
       h.subtotal, h.currency, h.expires_at
FROM (SELECT 1) AS one LEFT JOIN held h ON true
