-- The same look at one block, which is this transaction's alone from then on: whoever comes second leaves it alone. The event's
-- row is not locked; a date that changes at this very moment has its effect on the next look.
SELECT b.at_general_sale
FROM seat_blocks b JOIN shard_events e ON e.event_id = b.event_id
WHERE b.block_id = :block_id AND b.event_id = :event_id AND b.released_at IS NULL
  AND e.sale_state <> 'CANCELLED'
  AND CASE WHEN b.at_general_sale THEN e.general_sale_date ELSE b.release_at END <= clock_timestamp()
FOR UPDATE OF b SKIP LOCKED
