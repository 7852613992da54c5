-- Invariant: no change is missed. A row of history that the last look could not see was written by a transaction that was still
-- under way then, or later, so its xid is at least that look's xmin; rows seen before come again and have no effect. What counts
-- is the seat as it is in this snapshot, of the row's version or a later one. A row without a seat says that nothing changed; no
-- row at all, that the event is not here.
SELECT e.epoch, CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS xmin,
       statement_timestamp()                                          AS as_of,
       c.section, c.position, c.version, c.letter
FROM shard_events e LEFT JOIN LATERAL (
    SELECT s.section, s.position, s.version, CASE WHEN s.not_for_sale THEN 'X' ELSE left(s.status, 1) END AS letter
    FROM (SELECT DISTINCT seat_id FROM seat_history
          WHERE event_id = :event_id AND xid >= CAST(:xmin AS xid8)) h
         JOIN seats s ON s.seat_id = h.seat_id) c ON true
WHERE e.event_id = :event_id AND e.moved_to IS NULL
