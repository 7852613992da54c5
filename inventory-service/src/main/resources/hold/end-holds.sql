-- Invariant: seats go back only with the transition of their hold, once, from the very state the caller means: an expiry
-- cannot touch a hold in checkout, nor one whose time was extended meanwhile. Limit and history are of the same statement.
WITH ended AS (
    UPDATE holds
    SET status = :to_status, cause = :cause, order_id = NULL, ended_at = clock_timestamp()
    WHERE hold_id = ANY (CAST(:hold_ids AS uuid[])) AND status = :from_status
      AND (NOT :lapsed_only OR expires_at <= clock_timestamp())
    RETURNING hold_id, event_id, user_id, session_id, limit_key, seats
), freed AS (
    UPDATE seats s
    SET status = 'AVAILABLE', version = s.version + 1, reserved_at = NULL, reserved_by = NULL, hold_id = NULL
    FROM ended e JOIN hold_seats hs ON hs.hold_id = e.hold_id
    WHERE s.seat_id = hs.seat_id AND s.hold_id = e.hold_id AND s.status = 'RESERVED'
    RETURNING s.event_id, s.seat_id, s.section, s.version, e.hold_id
), unlimited AS (
    UPDATE fan_limits f SET held = f.held - back.seats
    FROM (SELECT event_id, limit_key, sum(seats) AS seats FROM ended GROUP BY event_id, limit_key) back
    WHERE f.event_id = back.event_id AND f.limit_key = back.limit_key
), history AS (
    INSERT INTO seat_history (event_id, seat_id, version, transition, cause, hold_id, order_id)
    SELECT event_id, seat_id, version, 'RELEASED', :cause, hold_id, CAST(:order_id AS uuid) FROM freed
)
SELECT e.hold_id, e.event_id, e.user_id, e.session_id, f.seat_id, f.section
FROM ended e LEFT JOIN freed f ON f.hold_id = e.hold_id
ORDER BY e.hold_id, f.seat_id
