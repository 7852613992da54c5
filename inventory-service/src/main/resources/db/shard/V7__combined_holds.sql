-- A hold's seats are written by the statement that writes the hold, and neither is ever deleted while its event is here: a look
-- back at the hold for each seat is work for nothing on the busiest path.
ALTER TABLE hold_seats DROP CONSTRAINT hold_seats_hold_id_fkey;
