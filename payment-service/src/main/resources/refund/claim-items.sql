-- Invariant: an item is in one refund at a time. Fewer rows than asked for = somebody else has one, and nothing may be refunded.
WITH claimed AS (
    UPDATE order_items SET refund_id = :refund
    WHERE order_id = :order AND seat_id IN (:seats) AND refund_id IS NULL AND status IN ('ACTIVE', 'RESOLD')
    RETURNING seat_id)
INSERT INTO refund_items (refund_id, seat_id)
SELECT :refund, seat_id FROM claimed
