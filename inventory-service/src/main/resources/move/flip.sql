-- Invariant: an event lives at one place. This is the decision, and only the latest attempt takes it, while the event is paused;
-- in one transaction with what the move itself remembers (flipped.sql).
UPDATE events SET shard = :to_shard, epoch = epoch + 1
WHERE event_id = :event_id AND shard = :from_shard AND epoch = :epoch
