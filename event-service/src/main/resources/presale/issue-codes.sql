-- Hands out the next serials. Invariant: no serial is handed out twice, and none beyond 2^22: the row is locked while it counts.
UPDATE presale_keys
   SET issued = issued + :count
 WHERE event_id = :event_id AND issued + :count <= 4194304
RETURNING issued - :count
