-- Invariant: only the order in checkout, by its fence, gives the hold back; its fan then has at least the promised time left.
UPDATE holds
SET status = 'ACTIVE', order_id = NULL,
    expires_at = greatest(expires_at, clock_timestamp() + make_interval(secs => :min_left_seconds))
WHERE hold_id = :hold_id AND status = 'CHECKOUT' AND order_id = :order_id AND fence = :fence
