-- The phases before the general opening.
ALTER TABLE events ADD COLUMN presale_at timestamptz;
ALTER TABLE events ADD COLUMN lobby_opens_at timestamptz;
UPDATE events SET lobby_opens_at = opens_at;
ALTER TABLE events ALTER COLUMN lobby_opens_at SET NOT NULL;

-- What must outlive Redis of a line: how often it was begun, and how far numbers and scores were given out.
CREATE TABLE lines (
    event_id   uuid   PRIMARY KEY,
    epoch      bigint NOT NULL DEFAULT 1,
    joins      bigint NOT NULL DEFAULT 0,
    last_score bigint NOT NULL DEFAULT 0
);
