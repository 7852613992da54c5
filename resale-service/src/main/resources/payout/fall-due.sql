-- Invariant: a payout leaves PENDING once, and is told in the transaction that moves it. Never due while the event is cancelled
-- or has no date; a new date moves what is not due yet.
UPDATE payouts p
SET status = 'DUE', ended_at = clock_timestamp(),
    due_at = CASE WHEN p.immediate THEN p.created_at ELSE e.date + make_interval(secs => :delay) END
FROM events e
WHERE e.event_id = p.event_id
  AND p.status = 'PENDING'
  AND NOT e.cancelled
  AND (p.immediate OR (NOT e.date_open AND e.date + make_interval(secs => :delay) <= :now))
RETURNING p.*
