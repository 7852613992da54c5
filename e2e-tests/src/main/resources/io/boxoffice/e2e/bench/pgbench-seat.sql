-- The naive seller: reads a seat and its version, then compares and sets. A seat that is taken is freed again in the same way, so
-- that there are always enough and every transaction changes one.
\set id random(1, 50000)
BEGIN;
SELECT version, (status = 'AVAILABLE')::integer AS free FROM seats WHERE seat_id = md5(:id::text)::uuid \gset
UPDATE seats SET status = CASE :free WHEN 1 THEN 'RESERVED' ELSE 'AVAILABLE' END, version = version + 1, reserved_at = CASE :free WHEN 1 THEN clock_timestamp() END, reserved_by = CASE :free WHEN 1 THEN md5('fan')::uuid END, hold_id = CASE :free WHEN 1 THEN md5('hold')::uuid END WHERE seat_id = md5(:id::text)::uuid AND version = :version AND status = CASE :free WHEN 1 THEN 'AVAILABLE' ELSE 'RESERVED' END;
END;
