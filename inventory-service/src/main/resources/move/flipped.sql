-- Invariant: see flip.sql. Neither of the two without the other.
UPDATE moves SET state = 'FLIPPED', flipped_at = clock_timestamp(), paused_at = :paused_at, rows = rows + :rows, reason = NULL
WHERE move_id = :move_id AND state = 'PAUSED' AND mover = :mover
