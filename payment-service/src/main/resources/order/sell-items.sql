-- Invariant: a seat has at most one ACTIVE item. For a seat that is still another order's, the unique index refuses, and with
-- the transaction the whole sale.
INSERT INTO order_items (order_id, seat_id, event_id, section, "row", seat_number, price, fee, status)
SELECT o.order_id, s.seat_id, o.event_id, s.section, s."row", s.seat_number, s.price,
       coalesce((o.ticket_fees ->> s.seat_id::text)::numeric, 0), 'ACTIVE'
FROM orders o
CROSS JOIN LATERAL jsonb_to_recordset(o.seats)
    AS s(seat_id uuid, section text, "row" text, seat_number text, price numeric)
WHERE o.order_id = :order
