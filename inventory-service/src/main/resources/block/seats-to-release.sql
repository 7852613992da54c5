-- Seats of a block in a section, or in one of its rows: the best ones first.
SELECT s.seat_id
FROM seats s JOIN sections p ON p.event_id = s.event_id AND p.section = s.section
WHERE s.event_id = :event_id AND s.block_id = :block_id
  AND s.section = :section AND (CAST(:row AS text) IS NULL OR s."row" = CAST(:row AS text))
ORDER BY (s.x - p.focal_x) ^ 2 + (s.y - p.focal_y) ^ 2, s.position
LIMIT :quantity
