-- Invariant: a listing moves only from the very state that the decision was made on (status, pending, doom, order), so that each
-- change happens once however many work on it. No row = somebody else was first, and nothing that hangs on the change may happen.
-- Its tickets are free for another listing as soon as it is sold or cancelled, and not before.
WITH moved AS (
    UPDATE listings
    SET status         = :to,
        pending        = CAST(:to_pending AS text),
        doomed         = coalesce(doomed, CAST(:doom AS text)),
        cause          = coalesce(CAST(:cause AS text), cause),
        refused_ticket = coalesce(CAST(:refused_ticket AS uuid), refused_ticket),
        order_id       = CASE WHEN :to IN ('CHECKOUT', 'SOLD') THEN order_id END,
        listed_at      = CASE WHEN :to = 'ACTIVE' THEN coalesce(listed_at, clock_timestamp()) ELSE listed_at END,
        ended_at       = CASE WHEN :to IN ('SOLD', 'CANCELLED') THEN coalesce(ended_at, clock_timestamp()) END
    WHERE listing_id = :listing_id
      AND status = :from
      AND pending IS NOT DISTINCT FROM CAST(:from_pending AS text)
      AND doomed IS NOT DISTINCT FROM CAST(:from_doomed AS text)
      AND order_id IS NOT DISTINCT FROM CAST(:from_order AS uuid)
    RETURNING listing_id, status
), freed AS (
    UPDATE listing_tickets t SET live = false
    FROM moved m
    WHERE t.listing_id = m.listing_id AND m.status IN ('SOLD', 'CANCELLED') AND t.live
)
SELECT count(*) FROM moved
