-- Any free places of a general admission, each offered to one picker at a time: who comes second takes the next ones instead of
-- waiting. They are locked until the transaction ends, and the guarded statement that places the hold follows in it.
SELECT s.seat_id, s.section, s."row", s.seat_number, p.price, s.version
FROM seats s JOIN sections p ON p.event_id = s.event_id AND p.section = s.section AND p.kind = 'GA'
WHERE s.event_id = :event_id AND s.section = :section AND s."row" = 'GA' AND s.status = 'AVAILABLE' AND NOT s.not_for_sale
ORDER BY s.position
LIMIT :quantity
FOR UPDATE OF s SKIP LOCKED
