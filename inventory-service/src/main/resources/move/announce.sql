-- Invariant: of all attempts at moving an event, a shard lets only the latest do anything. From here on it refuses those before.
UPDATE shard_events SET mover = :mover
WHERE event_id = :event_id AND epoch = :epoch AND moved_to IS NULL AND coalesce(mover, 0) <= :mover
