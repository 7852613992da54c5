-- Invariant: a seat has at most one holder, and each hold is all or nothing. Rows are locked in seat_id order and only while
-- they are what the group has looked at (seat_id, version, price) and AVAILABLE. Of a request that misses a seat, or whose sale
-- is not open, nothing is written. Every further step hangs on the one before it: a caller who sees a request complete whose
-- seats are not all taken (its key, live hold or limit was in the way) rolls back. Key, stored answer, limit, history and message
-- are of the same statement. No two requests of one call share a seat, fan, session, limit or key.
WITH asked AS MATERIALIZED (
    SELECT *
    FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS uuid[]),
                CAST(? AS bigint[]), CAST(? AS numeric[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
                CAST(? AS text[]), CAST(? AS bytea[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS uuid[]),
                CAST(? AS text[]), CAST(? AS text[]))
             WITH ORDINALITY AS a (event_id, user_id, session_id, limit_key, hold_id, seats, subtotal, sub, method, path,
                                   idempotency_key, body_hash, location, answer, message_id, message, traceparent, n)
), locked AS (
    SELECT w.n, s.seat_id, w.price
    FROM unnest(CAST(? AS bigint[]), CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS integer[]), CAST(? AS numeric[]))
             AS w (n, event_id, seat_id, version, price)
         JOIN seats s ON s.seat_id = w.seat_id AND s.event_id = w.event_id AND s.version = w.version
         JOIN sections p ON p.event_id = s.event_id AND p.section = s.section AND p.price = w.price
    WHERE s.status = 'AVAILABLE' AND NOT s.not_for_sale
    ORDER BY s.seat_id
    FOR UPDATE OF s
), complete AS MATERIALIZED (
    SELECT a.*, e.currency, e.ticket_limit
    FROM (SELECT n, count(*) AS seats FROM locked GROUP BY n) l
         JOIN asked a ON a.n = l.n AND a.seats = l.seats
         JOIN shard_events e ON e.event_id = a.event_id
    WHERE e.writable AND e.on_sale_date <= clock_timestamp() AND e.sale_state = 'ON'
), keyed AS (
    INSERT INTO idempotency_keys (sub, method, path, idempotency_key, body_hash, claim, status, location, body)
    SELECT sub, method, path, idempotency_key, body_hash, hold_id, 201, location, answer FROM complete
    ORDER BY sub, path, idempotency_key
    ON CONFLICT DO NOTHING
    RETURNING claim
), held AS (
    INSERT INTO holds (hold_id, event_id, user_id, session_id, limit_key, status, seats, subtotal, currency, expires_at)
    SELECT c.hold_id, c.event_id, c.user_id, c.session_id, c.limit_key, 'ACTIVE', c.seats, c.subtotal, c.currency,
           CAST(? AS timestamptz)
    FROM complete c JOIN keyed k ON k.claim = c.hold_id
    ORDER BY c.user_id
    ON CONFLICT DO NOTHING
    RETURNING hold_id
), counted AS (
    INSERT INTO fan_limits AS f (event_id, limit_key, held)
    SELECT c.event_id, c.limit_key, c.seats FROM complete c JOIN held h ON h.hold_id = c.hold_id
    WHERE c.seats <= c.ticket_limit
    ORDER BY c.event_id, c.limit_key
    ON CONFLICT (event_id, limit_key) DO UPDATE SET held = f.held + EXCLUDED.held
        WHERE f.held + f.bought + EXCLUDED.held
            <= (SELECT ticket_limit FROM shard_events WHERE event_id = EXCLUDED.event_id)
    RETURNING event_id, limit_key
), granted AS MATERIALIZED (
    SELECT c.n, c.hold_id, c.user_id
    FROM complete c JOIN counted f ON f.event_id = c.event_id AND f.limit_key = c.limit_key
), taken AS (
    UPDATE seats s
    SET status = 'RESERVED', version = s.version + 1, reserved_at = clock_timestamp(), reserved_by = g.user_id,
        hold_id = g.hold_id, price = l.price
    FROM locked l JOIN granted g ON g.n = l.n
    WHERE s.seat_id = l.seat_id AND s.status = 'AVAILABLE'
    RETURNING g.n, s.event_id, s.hold_id, s.seat_id, s.section, s."row", s.seat_number, s.price, s.version
), stamped AS (
    INSERT INTO hold_seats (hold_id, seat_id, section, "row", seat_number, price)
    SELECT hold_id, seat_id, section, "row", seat_number, price FROM taken
), history AS (
    INSERT INTO seat_history (event_id, seat_id, version, transition, cause, hold_id)
    SELECT event_id, seat_id, version, 'RESERVED', 'hold', hold_id FROM taken
), told AS (
    INSERT INTO outbox (message_id, topic, message_key, type, subject, data, traceparent)
    SELECT c.message_id, 'boxoffice.seats', CAST(c.event_id AS text), 'io.boxoffice.SeatsHeld.v1', CAST(c.hold_id AS text),
           c.message, c.traceparent
    FROM complete c JOIN granted g ON g.n = c.n
    ORDER BY c.n
)
SELECT c.n, t.seats IS NOT DISTINCT FROM c.seats
FROM complete c LEFT JOIN (SELECT n, count(*) AS seats FROM taken GROUP BY n) t ON t.n = c.n
