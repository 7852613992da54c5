-- The state of every seat in one snapshot. Each transition raises its seat's version by one, so their sum is a version of the
-- whole event that never falls and that no two different states share, without a counter everybody would queue for.
-- General admission has figures alone. Section by section: a stadium sorted as a whole does not fit into memory.
SELECT p.section, p.kind, f.available, f.reserved, f.purchased, f.not_for_sale,
       f.letters, f.version,
       statement_timestamp()                                           AS as_of,
       e.sale_state = 'ON' AND e.on_sale_date <= statement_timestamp() AS on_sale
FROM shard_events e JOIN sections p ON p.event_id = e.event_id
     CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE s.status = 'AVAILABLE' AND NOT s.not_for_sale) AS available,
                count(*) FILTER (WHERE s.status = 'RESERVED' AND NOT s.not_for_sale)  AS reserved,
                count(*) FILTER (WHERE s.status = 'PURCHASED' AND NOT s.not_for_sale) AS purchased,
                count(*) FILTER (WHERE s.not_for_sale)                                AS not_for_sale,
                CASE WHEN p.kind <> 'GA' THEN
                    string_agg(CASE WHEN s.not_for_sale THEN 'X' ELSE left(s.status, 1) END, '' ORDER BY s.position)
                END                                                                   AS letters,
                sum(s.version)                                                        AS version
         FROM seats s WHERE s.event_id = p.event_id AND s.section = p.section) f
WHERE e.event_id = :event_id
ORDER BY p.section_no
