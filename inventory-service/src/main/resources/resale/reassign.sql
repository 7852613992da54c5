-- Invariant: a ticket has one valid generation. Holder, order and generation change in one statement, only for the buyer and
-- order whose checkout locks the ticket: the old code dies as the new one is born. The buyer's held place becomes a bought
-- one, and the change is remembered once per order.
WITH was AS (
    SELECT ticket_id, event_id, holder, limit_key, order_id, lock_buyer, lock_limit_key FROM tickets
    WHERE ticket_id = :ticket_id AND event_id = :event_id AND status = 'VALID'
      AND lock_kind = 'RESALE_CHECKOUT' AND lock_ref = :ref AND lock_buyer = :buyer
    FOR UPDATE
), moved AS (
    UPDATE tickets t
    SET holder = w.lock_buyer, limit_key = w.lock_limit_key, order_id = :ref, generation = t.generation + 1,
        held_since = clock_timestamp(), lock_kind = 'NONE', lock_ref = NULL, lock_buyer = NULL, lock_limit_key = NULL,
        version = t.version + 1
    FROM was w WHERE t.ticket_id = w.ticket_id
    RETURNING t.ticket_id, t.generation
), limited AS (
    UPDATE fan_limits f SET held = f.held - 1, bought = f.bought + 1
    FROM was w WHERE f.event_id = w.event_id AND f.limit_key = w.lock_limit_key
)
INSERT INTO ticket_transfers
    (ticket_id, order_id, event_id, generation, from_holder, from_limit_key, from_order_id, holder, limit_key, cause)
SELECT w.ticket_id, :ref, w.event_id, m.generation, w.holder, w.limit_key, w.order_id, w.lock_buyer, w.lock_limit_key, 'resale'
FROM was w JOIN moved m ON m.ticket_id = w.ticket_id
