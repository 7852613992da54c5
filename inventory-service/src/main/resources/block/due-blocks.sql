-- The next blocks whose time has come. An event that was cancelled has no fans to tell; one that is on its way to another shard
-- is looked at there.
SELECT b.event_id, b.block_id
FROM seat_blocks b JOIN shard_events e ON e.event_id = b.event_id
WHERE b.released_at IS NULL AND (b.at_general_sale OR b.release_at IS NOT NULL)
  AND e.writable AND e.sale_state <> 'CANCELLED'
  AND CASE WHEN b.at_general_sale THEN e.general_sale_date ELSE b.release_at END <= clock_timestamp()
ORDER BY b.event_id, b.block_id
LIMIT :batch
