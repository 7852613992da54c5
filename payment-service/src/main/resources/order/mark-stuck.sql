-- Invariant: an order is told to be stuck once. It stays at its step, and goes on from there when an answer comes.
WITH marked AS (
    UPDATE orders SET status = 'STUCK'
    WHERE order_id = :order AND step = :from AND status IN ('PENDING', 'AUTHORIZED')
    RETURNING order_id, status, step)
INSERT INTO order_history (order_id, status, step)
SELECT order_id, status, step FROM marked
