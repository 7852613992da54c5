-- Invariant: an order says REFUNDED if and only if none of its seats is left. Runs once for each refund that succeeded, with
-- the order's row locked: two that settle at once would each overlook the other's seats.
WITH settled AS (
    UPDATE order_items SET status = 'REFUNDED' WHERE order_id = :order AND refund_id = :refund),
moved AS (
    UPDATE orders o
    SET refunded = refunded + :amount,
        status   = CASE WHEN EXISTS (SELECT 1 FROM order_items i
                                     WHERE i.order_id = o.order_id
                                       AND i.status IN ('ACTIVE', 'RESOLD')
                                       AND i.refund_id IS DISTINCT FROM :refund)
                        THEN 'PARTIALLY_REFUNDED' ELSE 'REFUNDED' END
    WHERE order_id = :order
    RETURNING order_id, status, step)
INSERT INTO order_history (order_id, status, step, cause)
SELECT order_id, status, step, :cause FROM moved
RETURNING status
