-- Invariant: a seat is in one block at most, never while it is held or sold, and a block is made whole or not at all. Rows are
-- locked in seat_id order and only while they can be bought; block, seats and history are of the one statement, which changes
-- nothing where it finds fewer seats than asked for. Whoever holds seats asks for ones that are for sale, at the version read:
-- both are so no more once this has committed.
WITH asked AS (
    SELECT seat_id FROM unnest(CAST(:seat_ids AS uuid[])) AS a (seat_id)
), locked AS (
    SELECT s.seat_id FROM seats s JOIN asked a ON a.seat_id = s.seat_id
    WHERE s.event_id = :event_id AND s.status = 'AVAILABLE' AND NOT s.not_for_sale
    ORDER BY s.seat_id
    FOR UPDATE OF s
), made AS (
    INSERT INTO seat_blocks (block_id, event_id, name, kind, at_general_sale, release_at, created_by)
    SELECT :block_id, :event_id, :name, :kind, :at_general_sale, CAST(:release_at AS timestamptz), :created_by
    WHERE (SELECT count(*) FROM locked) = (SELECT count(*) FROM asked)
    RETURNING block_id, kind
), blocked AS (
    UPDATE seats s SET not_for_sale = true, block_id = m.block_id, version = s.version + 1
    FROM locked l, made m
    WHERE s.seat_id = l.seat_id AND s.status = 'AVAILABLE' AND NOT s.not_for_sale
    RETURNING s.seat_id, s.version
), history AS (
    INSERT INTO seat_history (event_id, seat_id, version, transition, cause, block_id)
    SELECT :event_id, b.seat_id, b.version, 'BLOCKED', lower(m.kind), m.block_id FROM blocked b, made m
)
SELECT count(*) FROM blocked
