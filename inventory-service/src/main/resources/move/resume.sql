-- Invariant: an event that has not been moved is sold where it was. Only before the directory's decision, by the attempt that the
-- directory lets decide.
UPDATE shard_events SET writable = true
WHERE event_id = :event_id AND epoch = :epoch AND NOT writable AND moved_to IS NULL AND mover = :mover
