-- Invariant: only the very lock that is named goes, and the place it took in a buyer's limit goes with it. A ticket that
-- leaves a checkout is offered again by the listing :to_ref, or free when there is none.
WITH barred AS (
    SELECT ticket_id, event_id, lock_limit_key FROM tickets
    WHERE ticket_id = :ticket_id AND event_id = :event_id AND lock_kind = :kind AND lock_ref = :ref
    FOR UPDATE
), limited AS (
    UPDATE fan_limits f SET held = f.held - 1
    FROM barred b WHERE f.event_id = b.event_id AND f.limit_key = b.lock_limit_key
)
UPDATE tickets t
SET lock_kind = CASE WHEN CAST(:to_ref AS uuid) IS NULL THEN 'NONE' ELSE 'LISTED' END, lock_ref = CAST(:to_ref AS uuid),
    lock_buyer = NULL, lock_limit_key = NULL, version = t.version + 1
FROM barred b WHERE t.ticket_id = b.ticket_id
