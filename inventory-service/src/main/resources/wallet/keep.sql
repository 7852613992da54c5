-- Invariant: the directory never goes back to an older version of a ticket, in whatever order and however often it is told.
INSERT INTO held_tickets AS h
    (ticket_id, event_id, holder, held_since, version, event_name, event_date, order_id, section, "row", seat_number, status,
     generation)
VALUES (:ticket_id, :event_id, :holder, :held_since, :version, :event_name, :event_date, :order_id, :section, :row,
        :seat_number, :status, :generation)
ON CONFLICT (ticket_id) DO UPDATE
SET holder = EXCLUDED.holder, held_since = EXCLUDED.held_since, version = EXCLUDED.version, event_name = EXCLUDED.event_name,
    event_date = EXCLUDED.event_date, order_id = EXCLUDED.order_id, status = EXCLUDED.status,
    generation = EXCLUDED.generation
WHERE h.version < EXCLUDED.version
