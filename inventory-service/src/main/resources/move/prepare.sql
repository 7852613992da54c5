-- Invariant: a copy is no place to sell at until the directory says so. The row of the event, as it is at its source, under the
-- epoch that it will have here. The gate is locked exclusively and the shard has been found to have nothing but an older copy.
INSERT INTO shard_events
SELECT (jsonb_populate_record(NULL::shard_events, CAST(:source_row AS jsonb) || jsonb_build_object(
    'epoch', CAST(:epoch AS integer), 'writable', false, 'moved_to', NULL, 'opened_at', NULL,
    'mover', CAST(:mover AS bigint)))).*
