-- Invariant: sold_out = nothing available and nothing reserved. Run while the event's row is locked, in a statement of its own
-- (a fresh snapshot), after the change that may have made it true or false: then the last of several flips is the true one.
UPDATE shard_events e SET sold_out = NOT e.sold_out
WHERE e.event_id = :event_id
  AND e.sold_out = EXISTS (
      SELECT FROM seats s
      WHERE s.event_id = e.event_id AND s.status IN ('AVAILABLE', 'RESERVED') AND NOT s.not_for_sale)
RETURNING e.sold_out
