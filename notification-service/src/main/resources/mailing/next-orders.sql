-- Owes a mailing to the next orders of its event that it concerns; each row returned is an order that was reached.
-- Invariant: runs under the lock of the mailing's row and in one transaction with its mark, so that no order is passed over.
WITH batch AS (
    SELECT order_id, user_id
      FROM orders
     WHERE event_id = :event_id
       AND (CAST(:reached AS uuid) IS NULL OR order_id > CAST(:reached AS uuid))
       AND cardinality(CASE :kind WHEN 'event-cancelled' THEN paid_seats ELSE held_seats END) > 0
     ORDER BY order_id
     LIMIT :size),
owed AS (
    INSERT INTO deliveries (kind, cause, event_id, order_id, user_id, facts, priority)
    SELECT :kind, replace(:cause, '{order_id}', order_id::text), :event_id, order_id, user_id, CAST(:facts AS jsonb), :priority
      FROM batch
    ON CONFLICT DO NOTHING)
SELECT order_id FROM batch ORDER BY order_id
