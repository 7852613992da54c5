-- ON: sold by its dates. RESTING: postponed. CANCELLED: final.
ALTER TABLE shard_events
    ADD COLUMN sale_state text NOT NULL DEFAULT 'ON' CHECK (sale_state IN ('ON', 'RESTING', 'CANCELLED'));

-- capacity: of general admission, whose places are seats of the one row GA. focal_*: what seats are good for being near to.
ALTER TABLE sections
    ADD COLUMN capacity integer,
    ADD COLUMN focal_x  double precision NOT NULL DEFAULT 0,
    ADD COLUMN focal_y  double precision NOT NULL DEFAULT 0;

CREATE INDEX seats_free_places ON seats (event_id, section, position)
    WHERE "row" = 'GA' AND status = 'AVAILABLE' AND NOT not_for_sale;
