-- Invariant: a ticket has one lock at a time; a refund takes it from a listing or an offer, never from another buyer's
-- checkout or another refund. A used one only when the caller insists. A caller who sees fewer tickets than asked rolls back.
WITH locked AS (
    UPDATE tickets SET lock_kind = 'REFUND', lock_ref = :refund_id, version = version + 1
    WHERE ticket_id = ANY (CAST(:ticket_ids AS uuid[])) AND event_id = :event_id AND order_id = :order_id
      AND (status = 'VALID' OR (status = 'USED' AND :force)) AND lock_kind IN ('NONE', 'LISTED', 'TRANSFER')
    RETURNING ticket_id, seat_id
)
INSERT INTO ticket_refund_items (refund_id, ticket_id, seat_id)
SELECT :refund_id, ticket_id, seat_id FROM locked
