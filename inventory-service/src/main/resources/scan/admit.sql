-- Invariant: a ticket lets in once. Only a VALID ticket of this generation that nothing bars changes, whatever gates ask at
-- once; a listing or an offer of it is over in the same statement.
UPDATE tickets SET status = 'USED', entries = entries + 1, lock_kind = 'NONE', lock_ref = NULL, version = version + 1
WHERE ticket_id = :ticket_id AND event_id = :event_id AND status = 'VALID' AND generation = :generation
  AND lock_kind IN ('NONE', 'LISTED', 'TRANSFER')
RETURNING entries
