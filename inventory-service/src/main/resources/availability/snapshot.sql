-- The state of every seat in one snapshot. Each transition raises its seat's version by one, so their sum is a version of the
-- whole event that never falls and that no two different states share, without a counter everybody would queue for.
SELECT p.section, p.kind,
       count(*) FILTER (WHERE s.status = 'AVAILABLE' AND NOT s.not_for_sale) AS available,
       count(*) FILTER (WHERE s.status = 'RESERVED' AND NOT s.not_for_sale)  AS reserved,
       count(*) FILTER (WHERE s.status = 'PURCHASED' AND NOT s.not_for_sale) AS purchased,
       count(*) FILTER (WHERE s.not_for_sale)                                AS not_for_sale,
       string_agg(CASE WHEN s.not_for_sale THEN 'X' ELSE left(s.status, 1) END, '' ORDER BY s.position) AS letters,
       sum(s.version)                                                        AS version,
       statement_timestamp()                                                 AS as_of
FROM sections p JOIN seats s ON s.event_id = p.event_id AND s.section = p.section
WHERE p.event_id = :event_id
GROUP BY p.section, p.kind, p.section_no
ORDER BY p.section_no
