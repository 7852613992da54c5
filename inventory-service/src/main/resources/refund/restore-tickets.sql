-- Invariant: a revoked ticket comes back with a new generation, so that no code that was declared dead is good again; one
-- that was only locked keeps its own. A ticket that had let in stays used.
UPDATE tickets t
SET status = CASE WHEN t.entries > 0 THEN 'USED' ELSE 'VALID' END, revoked_cause = NULL,
    generation = t.generation + CASE WHEN t.status = 'REVOKED' THEN 1 ELSE 0 END,
    lock_kind = 'NONE', lock_ref = NULL, version = t.version + 1
FROM ticket_refund_items i
WHERE i.refund_id = :refund_id AND t.ticket_id = i.ticket_id
  AND (CASE WHEN i.revoked THEN t.status = 'REVOKED' ELSE t.lock_kind = 'REFUND' AND t.lock_ref = :refund_id END)
RETURNING i.revoked AS reborn, t.ticket_id, t.order_id, t.holder, t.seat_id, t.section, t."row", t.seat_number, t.generation
