-- Invariant: a ticket lets in once. Only a VALID ticket of this generation that nothing bars changes, whatever gates ask at once.
UPDATE tickets SET status = 'USED', entries = entries + 1
WHERE ticket_id = :ticket_id AND event_id = :event_id AND status = 'VALID' AND generation = :generation
  AND lock_kind IN ('NONE', 'LISTED', 'TRANSFER')
RETURNING entries
