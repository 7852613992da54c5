-- Money went back for these seats of an order (all of them without any named): they are neither paid nor held.
UPDATE orders
   SET paid_seats = ARRAY(SELECT unnest(paid_seats) EXCEPT SELECT unnest(coalesce(CAST(:seats AS uuid[]), paid_seats))),
       held_seats = ARRAY(SELECT unnest(held_seats) EXCEPT SELECT unnest(coalesce(CAST(:seats AS uuid[]), held_seats)))
 WHERE order_id = :order_id
