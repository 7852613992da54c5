-- Somebody else's order has these seats now; the seller's orders hold them no longer.
UPDATE orders
   SET held_seats = ARRAY(SELECT unnest(held_seats) EXCEPT SELECT unnest(CAST(:seats AS uuid[])))
 WHERE event_id = :event_id
   AND user_id = :seller_id
   AND order_id <> :order_id
   AND held_seats && CAST(:seats AS uuid[])
