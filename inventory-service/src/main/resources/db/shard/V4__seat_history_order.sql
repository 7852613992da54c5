-- Which transaction wrote a row: who follows an event reads from the oldest transaction that was still under way when it looked
-- last, and misses nothing, in whatever order transactions end. It has a meaning in this database alone: a copy gets its own.
ALTER TABLE seat_history ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX seat_history_order ON seat_history (event_id, xid);
