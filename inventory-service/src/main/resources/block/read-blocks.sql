-- The blocks of an event, or one of them, a line for each section in which they have seats still.
SELECT b.block_id, b.name, b.kind, b.at_general_sale, b.created_at, b.released_at,
       CASE WHEN b.at_general_sale THEN e.general_sale_date ELSE b.release_at END             AS release_at,
       p.section, count(s.seat_id)                                                            AS seats,
       CASE WHEN p.kind <> 'GA' THEN array_agg(s.seat_id ORDER BY s.position) END             AS seat_ids
FROM seat_blocks b JOIN shard_events e ON e.event_id = b.event_id
     LEFT JOIN seats s ON s.block_id = b.block_id AND s.event_id = b.event_id
     LEFT JOIN sections p ON p.event_id = s.event_id AND p.section = s.section
WHERE b.event_id = :event_id AND (CAST(:block_id AS uuid) IS NULL OR b.block_id = CAST(:block_id AS uuid))
GROUP BY b.block_id, e.general_sale_date, p.event_id, p.section
ORDER BY b.created_at, b.block_id, p.section_no
