-- Invariant: a ticket dies by the refund that has it locked, once; its seat stays sold until the money is back.
WITH revoked AS (
    UPDATE tickets SET status = 'REVOKED', revoked_cause = :cause, lock_kind = 'NONE', lock_ref = NULL, version = version + 1
    WHERE ticket_id IN (SELECT ticket_id FROM ticket_refund_items WHERE refund_id = :refund_id)
      AND lock_kind = 'REFUND' AND lock_ref = :refund_id AND status <> 'REVOKED'
    RETURNING ticket_id, order_id, holder, seat_id, section, "row", seat_number, generation
), noted AS (
    UPDATE ticket_refund_items i SET revoked = true
    FROM revoked r WHERE i.refund_id = :refund_id AND i.ticket_id = r.ticket_id
)
SELECT * FROM revoked ORDER BY ticket_id
