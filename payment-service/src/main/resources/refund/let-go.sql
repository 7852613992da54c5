-- Invariant: what a failed refund had claimed can be refunded again. Runs once, with the transition to its end.
WITH freed AS (
    UPDATE order_items SET refund_id = NULL WHERE order_id = :order AND refund_id = :refund)
UPDATE orders SET refund_claimed = refund_claimed - :amount WHERE order_id = :order
