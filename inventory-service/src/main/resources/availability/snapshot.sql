-- The state of every seat in one snapshot. Each transition raises its seat's version by one, so their sum is a version of the
-- whole event that never falls and that no two different states share, without a counter everybody would queue for.
-- General admission has figures alone.
SELECT p.section, p.kind,
       count(*) FILTER (WHERE s.status = 'AVAILABLE' AND NOT s.not_for_sale) AS available,
       count(*) FILTER (WHERE s.status = 'RESERVED' AND NOT s.not_for_sale)  AS reserved,
       count(*) FILTER (WHERE s.status = 'PURCHASED' AND NOT s.not_for_sale) AS purchased,
       count(*) FILTER (WHERE s.not_for_sale)                                AS not_for_sale,
       string_agg(CASE WHEN s.not_for_sale THEN 'X' ELSE left(s.status, 1) END, '' ORDER BY s.position)
           FILTER (WHERE p.kind <> 'GA')                                     AS letters,
       sum(s.version)                                                        AS version,
       statement_timestamp()                                                 AS as_of,
       e.sale_state = 'ON' AND e.on_sale_date <= statement_timestamp()       AS on_sale
FROM shard_events e JOIN sections p ON p.event_id = e.event_id
     JOIN seats s ON s.event_id = p.event_id AND s.section = p.section
WHERE e.event_id = :event_id
GROUP BY p.section, p.kind, p.section_no, e.sale_state, e.on_sale_date
ORDER BY p.section_no
