-- Invariant: the event is written under its new epoch only after the directory has decided so; once.
UPDATE shard_events SET writable = true, opened_at = clock_timestamp(), mover = :mover
WHERE event_id = :event_id AND epoch = :epoch AND NOT writable AND moved_to IS NULL AND mover <= :mover
RETURNING opened_at
