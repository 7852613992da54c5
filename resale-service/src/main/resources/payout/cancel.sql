-- Invariant: what is not due when its event is cancelled is never paid, and told once.
UPDATE payouts p
SET status = 'CANCELLED', ended_at = clock_timestamp(),
    due_at = CASE WHEN p.immediate THEN p.created_at ELSE e.date + make_interval(secs => :delay) END
FROM events e
WHERE e.event_id = p.event_id AND p.status = 'PENDING' AND e.cancelled
RETURNING p.*
