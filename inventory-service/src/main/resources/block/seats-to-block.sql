-- Seats of a section, or of one of its rows, that can be bought: those that fans miss least first, the farthest from what there
-- is to see. Places are all alike: the last ones, since fans are given the first.
SELECT s.seat_id
FROM seats s JOIN sections p ON p.event_id = s.event_id AND p.section = s.section
WHERE s.event_id = :event_id AND s.section = :section AND (CAST(:row AS text) IS NULL OR s."row" = CAST(:row AS text))
  AND s.status = 'AVAILABLE' AND NOT s.not_for_sale
ORDER BY (s.x - p.focal_x) ^ 2 + (s.y - p.focal_y) ^ 2 DESC, s.position DESC
LIMIT :quantity
