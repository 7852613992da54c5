-- Moves the date, or leaves it open; older news than what is known changes nothing.
UPDATE events
   SET aggregate_version = :version,
       postponed_version = :version,
       date = coalesce(CAST(:date AS timestamptz), date),
       date_open = CAST(:date AS timestamptz) IS NULL
 WHERE event_id = :event_id
   AND aggregate_version < :version
