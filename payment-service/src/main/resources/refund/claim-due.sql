-- Invariant: an unfinished refund whose lease has lapsed gets one new worker, however many look at once.
-- Bounded; only leases that had lapsed when the round began, so that a refund is tried once a round.
UPDATE refunds SET worked_until = clock_timestamp() + make_interval(secs => :lease)
WHERE refund_id IN (
    SELECT refund_id FROM refunds
    WHERE step <> 'ENDED' AND worked_until < :before
    ORDER BY worked_until
    LIMIT :batch
    FOR UPDATE SKIP LOCKED)
RETURNING refund_id
