-- Invariant: an unfinished order whose lease has lapsed gets one new worker, however many reconcilers look at once.
-- Bounded; only leases that had lapsed when the round began, so that an order is tried once a round.
UPDATE orders SET worked_until = clock_timestamp() + make_interval(secs => :lease)
WHERE order_id IN (
    SELECT order_id FROM orders
    WHERE step <> 'ENDED'
      AND worked_until < :before
      AND (step <> 'CONFIRMED' OR confirmed_at < clock_timestamp() - make_interval(secs => :captureAfter))
    ORDER BY worked_until
    LIMIT :batch
    FOR UPDATE SKIP LOCKED)
RETURNING order_id
