-- Invariant: what stays behind says where the event went. After the decision alone: rows of another epoch, or of an event that is
-- written here, are not touched.
UPDATE shard_events SET moved_to = :to_shard, mover = :mover
WHERE event_id = :event_id AND epoch = :epoch AND NOT writable AND moved_to IS NULL AND coalesce(mover, 0) <= :mover
