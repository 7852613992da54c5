-- Invariant: a listing with something left to carry out has one worker at a time; whoever finds its lease lapsed becomes the next.
-- What an order in checkout has still to lock (OPEN) is left to payment, which repeats its call.
UPDATE listings SET worker = :worker, worked_until = clock_timestamp() + make_interval(secs => :lease)
WHERE listing_id IN (
    SELECT listing_id FROM listings
    WHERE pending IN ('PREPARE', 'RETURN', 'CONFIRM', 'UNLOCK')
      AND worked_until < :before
    ORDER BY worked_until
    LIMIT :batch
    FOR UPDATE SKIP LOCKED)
RETURNING listing_id
