-- Keys rotate. Of the generations whose time has come the highest signs; a new one is there for a while before it signs, so that
-- everybody who verifies has it, and the one before stays until nothing it signed is shown any more. The primary key lets one of
-- several instances make a generation.
ALTER TABLE signing_keys ADD COLUMN signs_from timestamptz NOT NULL DEFAULT clock_timestamp();

UPDATE signing_keys SET signs_from = created_at;
