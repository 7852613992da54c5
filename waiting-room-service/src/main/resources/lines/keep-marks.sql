-- Writes down how far a line has come. Invariants: within an epoch nothing goes back, whichever instance writes late; marks of an
-- earlier epoch are not written any more; a line where nothing changed is not written.
UPDATE lines SET
    epoch = :epoch,
    begun = true,
    joins = greatest(joins, :joins),
    last_score = greatest(last_score, :last),
    -- as many as have come since the last mark may come before the next one
    lobby_gap = CASE WHEN :lobby_joins > lobby_joins THEN 100 + 4 * (:lobby_joins - lobby_joins) ELSE lobby_gap END,
    lobby_joins = greatest(lobby_joins, :lobby_joins),
    lobby_n = coalesce(lobby_n, nullif(:lobby_n, -1)),
    opened = coalesce(opened, nullif(:opened, 0)),
    filled = greatest(filled, :filled),
    -- two steps behind, so that all up to over_score were admitted longer ago than a session lasts
    over_score = CASE WHEN next_over_at < clock_timestamp() - :lasts * interval '1 ms' THEN next_over ELSE over_score END,
    next_over = CASE WHEN next_over_at < clock_timestamp() - :lasts * interval '1 ms' THEN greatest(served, :served) ELSE next_over END,
    next_over_at = CASE WHEN next_over_at < clock_timestamp() - :lasts * interval '1 ms' THEN clock_timestamp() ELSE next_over_at END,
    served_at = CASE WHEN :served > served THEN clock_timestamp() ELSE served_at END,
    served = greatest(served, :served),
    serving = :serving,
    sold = CASE WHEN :sold_at > sold_at THEN :sold ELSE sold END,
    sold_at = greatest(sold_at, :sold_at)
WHERE event_id = :event AND epoch <= :epoch
  AND (epoch < :epoch OR NOT begun OR joins < :joins OR last_score < :last OR lobby_joins < :lobby_joins
    OR (lobby_n IS NULL AND :lobby_n >= 0) OR filled < :filled OR served < :served OR serving <> :serving OR sold_at < :sold_at)
