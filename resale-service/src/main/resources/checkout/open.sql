-- Invariant: a listing is in checkout by one order, and each checkout has a fence greater than all before it. Only an ACTIVE
-- listing of another fan enters; the order's own row is made in the same statement.
WITH taken AS (
    UPDATE listings SET status = 'CHECKOUT', pending = 'OPEN', order_id = :order_id, fence = fence + 1
    WHERE listing_id = :listing_id AND status = 'ACTIVE' AND pending IS NULL AND seller_id <> :buyer_id
    RETURNING listing_id, fence
)
INSERT INTO checkouts (order_id, listing_id, buyer_id, fence)
SELECT :order_id, listing_id, :buyer_id, fence FROM taken
RETURNING fence
