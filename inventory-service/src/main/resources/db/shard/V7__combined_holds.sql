-- A hold's seats are written by the statement that writes the hold, and neither is ever deleted while its event is here: a look
-- back at the hold for each seat is work for nothing on the busiest path.
ALTER TABLE hold_seats DROP CONSTRAINT hold_seats_hold_id_fkey;

-- A fan's live hold is looked for by the fan: of two indexes that begin with the event either may be taken, and the wrong one
-- reads every live hold of a sale.
DROP INDEX one_live_hold_per_fan;
CREATE UNIQUE INDEX one_live_hold_per_fan ON holds (user_id, event_id) WHERE status IN ('ACTIVE', 'CHECKOUT');
