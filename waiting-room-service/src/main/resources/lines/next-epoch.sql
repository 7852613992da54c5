-- Begins the recovery of a line that Redis lost. Invariants: of several instances that see the loss one makes the next epoch; what
-- may have been given out since the marks is never given out again.
UPDATE lines SET
    epoch = epoch + 1,
    begun = false,
    joins = joins + :gap,
    lobby_joins = CASE WHEN lobby_n IS NULL AND lobby_joins > 0 THEN lobby_joins + lobby_gap ELSE lobby_joins END,
    over_score = CASE WHEN served_at < clock_timestamp() - :lasts * interval '1 ms' THEN served
                      WHEN next_over_at < clock_timestamp() - :lasts * interval '1 ms' THEN next_over ELSE over_score END
WHERE event_id = :event AND epoch = :epoch AND begun
