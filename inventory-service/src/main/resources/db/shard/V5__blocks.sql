-- Who may keep seats from sale, and when the general sale opens; heard from the catalogue. Of events from before, nothing is known
-- until they are changed, but without a queue the sale is the general one.
ALTER TABLE shard_events
    ADD COLUMN organizer_id      uuid,
    ADD COLUMN general_sale_date timestamptz;
UPDATE shard_events SET general_sale_date = on_sale_date WHERE waiting_room_mode = 'OFF';

-- Seats that are not for sale, and why. They come back at release_at, or with the general sale whenever that is, or by hand.
CREATE TABLE seat_blocks (
    block_id        uuid PRIMARY KEY,
    event_id        uuid        NOT NULL,
    name            text        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('HOUSE', 'ARTIST', 'SPONSOR', 'TECHNICAL', 'PHASE')),
    at_general_sale boolean     NOT NULL,
    release_at      timestamptz,
    created_by      uuid        NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    released_at     timestamptz,
    CHECK (NOT (at_general_sale AND release_at IS NOT NULL))
);
CREATE INDEX seat_blocks_event ON seat_blocks (event_id);
CREATE INDEX seat_blocks_due ON seat_blocks (event_id)
    WHERE released_at IS NULL AND (at_general_sale OR release_at IS NOT NULL);

-- A hold never touches the block of a seat, so this index costs it nothing.
ALTER TABLE seats
    ADD COLUMN block_id uuid,
    ADD CONSTRAINT blocked_is_not_for_sale CHECK (block_id IS NULL OR (not_for_sale AND status = 'AVAILABLE'));
CREATE INDEX seats_block ON seats (block_id) WHERE block_id IS NOT NULL;

-- In and out of a block are transitions like any other; they have a block where the others have a hold.
ALTER TABLE seat_history
    ALTER COLUMN hold_id DROP NOT NULL,
    ADD COLUMN block_id uuid,
    DROP CONSTRAINT seat_history_transition_check,
    ADD CONSTRAINT seat_history_transition_check
        CHECK (transition IN ('RESERVED', 'PURCHASED', 'RELEASED', 'BLOCKED', 'UNBLOCKED')),
    ADD CONSTRAINT seat_history_of_hold_or_block
        CHECK ((transition IN ('BLOCKED', 'UNBLOCKED')) = (block_id IS NOT NULL)
           AND (block_id IS NULL) = (hold_id IS NOT NULL));
