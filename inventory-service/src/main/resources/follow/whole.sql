-- Every seat of an event in one snapshot, and where to go on from it: whatever this snapshot does not see has an xid of at least
-- its xmin.
SELECT e.epoch, CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text)     AS xmin,
       statement_timestamp()                                              AS as_of,
       p.section, p.kind,
       string_agg(CASE WHEN s.not_for_sale THEN 'X' ELSE left(s.status, 1) END, '' ORDER BY s.position) AS letters,
       array_agg(s.version ORDER BY s.position)                           AS versions
FROM shard_events e JOIN sections p ON p.event_id = e.event_id
     JOIN seats s ON s.event_id = p.event_id AND s.section = p.section
WHERE e.event_id = :event_id AND e.moved_to IS NULL
GROUP BY e.epoch, p.section, p.kind, p.section_no
ORDER BY p.section_no
