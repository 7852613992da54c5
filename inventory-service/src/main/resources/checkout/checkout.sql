-- Invariant: a hold is in checkout by one order, and each checkout has a fence greater than all before it. Only an ACTIVE hold
-- whose time is not over enters; the order's own row is made in the same statement.
WITH locked AS (
    UPDATE holds SET status = 'CHECKOUT', order_id = :order_id, fence = fence + 1, attempts = attempts + 1
    WHERE hold_id = :hold_id AND event_id = :event_id AND status = 'ACTIVE' AND expires_at > clock_timestamp()
    RETURNING hold_id, event_id, order_id, fence
)
INSERT INTO checkouts (order_id, event_id, hold_id, fence)
SELECT order_id, event_id, hold_id, fence FROM locked
RETURNING fence
