-- Invariant: once this is committed nothing of the event changes here. Run while its gate is locked exclusively: whoever was in
-- has left, and whoever comes sees this.
UPDATE shard_events SET writable = false
WHERE event_id = :event_id AND epoch = :epoch AND writable AND mover = :mover
