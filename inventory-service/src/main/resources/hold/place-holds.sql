-- Invariant: a seat has at most one holder, and each hold is all or nothing. Rows are locked in seat_id order and only while
-- they are what the group has looked at (seat_id, version, price) and AVAILABLE. Of a request that misses a seat, or whose sale
-- is not open, nothing is written. Every further step hangs on the one before it: a caller who sees a request complete whose
-- seats are not all taken (its key, live hold or limit was in the way) rolls back. Key, stored answer, limit, history and message
-- are of the same statement. No two requests of one call share a seat, fan, session, limit or key. Seats are found by seat_id
-- alone, one after the other, whatever is known of the table: hence LATERAL, and IS NOT DISTINCT FROM, which no index answers.
-- Steps find each other by arrays, since nobody can tell the planner how many requests there are.
WITH asked AS MATERIALIZED (
    SELECT *
    FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS uuid[]),
                CAST(? AS bigint[]), CAST(? AS numeric[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
                CAST(? AS text[]), CAST(? AS bytea[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS uuid[]),
                CAST(? AS text[]), CAST(? AS text[]))
             WITH ORDINALITY AS a (event_id, user_id, session_id, limit_key, hold_id, seats, subtotal, sub, method, path,
                                   idempotency_key, body_hash, location, answer, message_id, message, traceparent, n)
), locked AS (
    SELECT w.n, w.hold_id, w.user_id, w.together, w.seat_id, w.price
    FROM (SELECT *
          FROM unnest(CAST(? AS bigint[]), CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS bigint[]), CAST(? AS uuid[]),
                      CAST(? AS uuid[]), CAST(? AS integer[]), CAST(? AS numeric[]))
                   AS each (n, hold_id, user_id, together, event_id, seat_id, version, price)
          ORDER BY seat_id) AS w
         CROSS JOIN LATERAL (
             SELECT s.section FROM seats s
             WHERE s.seat_id = w.seat_id AND s.event_id IS NOT DISTINCT FROM w.event_id AND s.version = w.version
               AND s.status IS NOT DISTINCT FROM 'AVAILABLE' AND NOT s.not_for_sale
             FOR UPDATE) AS free
    WHERE w.price = (SELECT p.price FROM sections p WHERE p.event_id = w.event_id AND p.section = free.section)
), complete AS MATERIALIZED (
    SELECT a.*, e.currency, e.ticket_limit
    FROM asked a JOIN shard_events e ON e.event_id = a.event_id
    WHERE a.n = ANY (ARRAY(SELECT n FROM locked GROUP BY n, together HAVING count(*) = together))
      AND e.writable AND e.on_sale_date <= clock_timestamp() AND e.sale_state = 'ON'
), keyed AS (
    INSERT INTO idempotency_keys (sub, method, path, idempotency_key, body_hash, claim, status, location, body)
    SELECT sub, method, path, idempotency_key, body_hash, hold_id, 201, location, answer FROM complete
    ORDER BY sub, path, idempotency_key
    ON CONFLICT DO NOTHING
    RETURNING claim
), held AS (
    INSERT INTO holds (hold_id, event_id, user_id, session_id, limit_key, status, seats, subtotal, currency, expires_at)
    SELECT hold_id, event_id, user_id, session_id, limit_key, 'ACTIVE', seats, subtotal, currency, CAST(? AS timestamptz)
    FROM complete WHERE hold_id = ANY (ARRAY(SELECT claim FROM keyed))
    ORDER BY user_id
    ON CONFLICT DO NOTHING
    RETURNING hold_id
), counted AS (
    INSERT INTO fan_limits AS f (event_id, limit_key, held)
    SELECT event_id, limit_key, seats FROM complete
    WHERE hold_id = ANY (ARRAY(SELECT hold_id FROM held)) AND seats <= ticket_limit
    ORDER BY event_id, limit_key
    ON CONFLICT (event_id, limit_key) DO UPDATE SET held = f.held + EXCLUDED.held
        WHERE f.held + f.bought + EXCLUDED.held
            <= (SELECT ticket_limit FROM shard_events WHERE event_id = EXCLUDED.event_id)
    RETURNING CAST(event_id AS text) || limit_key AS counter
), granted AS MATERIALIZED (
    SELECT n FROM complete WHERE CAST(event_id AS text) || limit_key = ANY (ARRAY(SELECT counter FROM counted))
), taken AS (
    UPDATE seats s
    SET status = 'RESERVED', version = s.version + 1, reserved_at = clock_timestamp(), reserved_by = l.user_id,
        hold_id = l.hold_id, price = l.price
    FROM locked l
    WHERE l.n = ANY (ARRAY(SELECT n FROM granted)) AND s.seat_id = l.seat_id
      AND s.status IS NOT DISTINCT FROM 'AVAILABLE'
    RETURNING l.n, s.event_id, s.hold_id, s.seat_id, s.section, s."row", s.seat_number, s.price, s.version
), stamped AS (
    INSERT INTO hold_seats (hold_id, seat_id, section, "row", seat_number, price)
    SELECT hold_id, seat_id, section, "row", seat_number, price FROM taken
), history AS (
    INSERT INTO seat_history (event_id, seat_id, version, transition, cause, hold_id)
    SELECT event_id, seat_id, version, 'RESERVED', 'hold', hold_id FROM taken
), told AS (
    INSERT INTO outbox (message_id, topic, message_key, type, subject, data, traceparent)
    SELECT message_id, 'boxoffice.seats', CAST(event_id AS text), 'io.boxoffice.SeatsHeld.v1', CAST(hold_id AS text),
           message, traceparent
    FROM complete WHERE n = ANY (ARRAY(SELECT n FROM granted))
    ORDER BY n
)
SELECT n, sum(missing) = 0
FROM (SELECT n, seats AS missing FROM complete UNION ALL SELECT n, -1 FROM taken) AS each
GROUP BY n
