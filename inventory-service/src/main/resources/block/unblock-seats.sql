-- Invariant: a seat leaves the block it is in, once, and can be bought again from then on. Run while the block's row is locked;
-- rows of seats are locked in seat_id order. The block is over when its last seat has left; none named means all.
WITH locked AS (
    SELECT seat_id FROM seats
    WHERE event_id = :event_id AND block_id = :block_id
      AND (CAST(:seat_ids AS uuid[]) IS NULL OR seat_id = ANY (CAST(:seat_ids AS uuid[])))
    ORDER BY seat_id
    FOR UPDATE
), freed AS (
    UPDATE seats s SET not_for_sale = false, block_id = NULL, version = s.version + 1
    FROM locked l
    WHERE s.seat_id = l.seat_id AND s.block_id = :block_id
    RETURNING s.seat_id, s.version
), history AS (
    INSERT INTO seat_history (event_id, seat_id, version, transition, cause, block_id)
    SELECT :event_id, seat_id, version, 'UNBLOCKED', :cause, :block_id FROM freed
), ended AS (
    UPDATE seat_blocks SET released_at = clock_timestamp()
    WHERE block_id = :block_id AND released_at IS NULL
      AND (SELECT count(*) FROM locked)
        = (SELECT count(*) FROM seats WHERE event_id = :event_id AND block_id = :block_id)
)
SELECT count(*) FROM freed
