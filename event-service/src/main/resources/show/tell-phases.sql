-- Moves the told phase of events to the one that is due by the clock. Invariant: each change of phase is made by exactly one
-- statement of one instance (the row is locked, its old phase compared again), and so told exactly once.
WITH due AS (
    SELECT e.event_id, event_status(e, :now) AS status
      FROM events e
     WHERE e.provisioning = 'DONE' AND e.course = 'ON' AND e.status IS DISTINCT FROM 'ENDED'
       AND e.status IS DISTINCT FROM event_status(e, :now)
     ORDER BY e.event_id
     LIMIT 100
       FOR UPDATE SKIP LOCKED
)
UPDATE events e
   SET status = due.status, aggregate_version = e.aggregate_version + 1
  FROM due
 WHERE e.event_id = due.event_id
RETURNING e.event_id, e.aggregate_version, e.status
