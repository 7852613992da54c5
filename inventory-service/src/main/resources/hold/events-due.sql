-- Events of the shard with live holds whose time is over, or that nobody can use: the event is cancelled.
SELECT DISTINCT h.event_id
FROM holds h JOIN shard_events e ON e.event_id = h.event_id AND e.writable
WHERE h.status = 'ACTIVE' AND (h.expires_at <= (SELECT clock_timestamp()) OR e.sale_state = 'CANCELLED')
