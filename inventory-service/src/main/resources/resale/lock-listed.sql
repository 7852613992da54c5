-- Invariant: a ticket has one lock at a time. Only a ticket that lets in, that nothing locks, and that this fan holds becomes
-- LISTED.
UPDATE tickets SET lock_kind = 'LISTED', lock_ref = :ref, version = version + 1
WHERE ticket_id = :ticket_id AND event_id = :event_id AND holder = :holder AND status = 'VALID' AND lock_kind = 'NONE'
