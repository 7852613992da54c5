-- Any free places of general admissions, as many of each as a group wants, each offered to one group at a time: who comes second
-- takes the next ones instead of waiting. They are locked until the transaction ends, and place-holds.sql follows in it.
SELECT w.n, s.seat_id, s.seat_number, s.version, p.price
FROM unnest(CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS integer[]))
         WITH ORDINALITY AS w (event_id, section, quantity, n)
     JOIN sections p ON p.event_id = w.event_id AND p.section = w.section AND p.kind = 'GA'
     CROSS JOIN LATERAL (
         SELECT seat_id, seat_number, version, position FROM seats
         WHERE event_id = w.event_id AND section = w.section AND "row" = 'GA' AND status = 'AVAILABLE' AND NOT not_for_sale
         ORDER BY position
         LIMIT w.quantity
         FOR UPDATE SKIP LOCKED) AS s
ORDER BY w.n, s.position
