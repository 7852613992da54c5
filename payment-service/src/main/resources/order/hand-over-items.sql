-- Invariant: what a resale order sells was another order's until now. Runs just before the new items are written, in the same
-- transaction; orders of other kinds take nothing from anybody.
UPDATE order_items former SET status = 'RESOLD'
FROM orders o
CROSS JOIN LATERAL jsonb_to_recordset(o.seats) AS s(seat_id uuid)
WHERE o.order_id = :order
  AND o.kind = 'RESALE'
  AND former.event_id = o.event_id
  AND former.seat_id = s.seat_id
  AND former.order_id <> o.order_id
  AND former.status = 'ACTIVE'
