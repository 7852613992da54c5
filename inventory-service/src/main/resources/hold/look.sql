-- What a group of requests for holds must know, in one round trip; each statement sees what was committed before it began.
-- Plans are made once, and the tables grow faster than what is known of them: so only by the indexes, row by row.
SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('jit', 'off', true),
       set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
       set_config('enable_mergejoin', 'off', true), set_config('enable_material', 'off', true),
       set_config('enable_sort', 'off', true);

-- The gates of the events, shared, in order and until the transaction ends: what follows sees what a mover has done.
SELECT count(pg_advisory_xact_lock_shared(gate))
FROM (SELECT DISTINCT gate_key(event_id) AS gate FROM unnest(CAST(? AS uuid[])) AS a (event_id) ORDER BY gate) AS gates;

-- The events and their sale.
SELECT e.event_id, CASE WHEN e.writable THEN e.epoch END, e.sale_state, e.on_sale_date,
       e.on_sale_date <= clock_timestamp() AND e.sale_state = 'ON', e.waiting_room_mode <> 'OFF', e.ticket_limit, e.currency,
       clock_timestamp()
FROM unnest(CAST(? AS uuid[])) AS a (event_id) JOIN shard_events e ON e.event_id = a.event_id;

-- How each request stands: its key's stored answer, the fan's limit, the live holds of fan and session.
SELECT k.body_hash, k.status, k.location, k.body, coalesce(f.held + f.bought, 0),
       u.hold_id, u.status = 'ACTIVE' AND u.expires_at <= clock_timestamp(),
       s.hold_id, s.status = 'ACTIVE' AND s.expires_at <= clock_timestamp()
FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
            CAST(? AS text[]), CAST(? AS text[]))
         WITH ORDINALITY AS a (event_id, user_id, session_id, limit_key, sub, method, path, idempotency_key, n)
     LEFT JOIN idempotency_keys k ON k.sub = a.sub AND k.method = a.method AND k.path = a.path
          AND k.idempotency_key = a.idempotency_key
     LEFT JOIN fan_limits f ON f.event_id = a.event_id AND f.limit_key = a.limit_key
     LEFT JOIN holds u ON u.user_id = a.user_id AND u.event_id IS NOT DISTINCT FROM a.event_id AND u.status IN ('ACTIVE', 'CHECKOUT')
     LEFT JOIN holds s ON s.event_id = a.event_id AND s.session_id = a.session_id AND s.status IN ('ACTIVE', 'CHECKOUT')
ORDER BY a.n;

-- The seats, with the lapsed hold that is in the way.
SELECT s.seat_id, s.version, s.status = 'AVAILABLE' AND NOT s.not_for_sale, p.price,
       CASE WHEN h.status = 'ACTIVE' AND h.expires_at <= clock_timestamp() THEN h.hold_id END
FROM unnest(CAST(? AS uuid[])) AS a (seat_id)
     JOIN seats s ON s.seat_id = a.seat_id
     JOIN sections p ON p.event_id = s.event_id AND p.section = s.section
     LEFT JOIN holds h ON h.hold_id = s.hold_id AND s.status = 'RESERVED'
