-- An order of resold tickets has a listing where others have a hold: hold_id is the listing's id, and resale-service keeps its seats.
-- ticket_limit tells a buyer who has reached it what it is.
ALTER TABLE orders
    ADD COLUMN kind varchar(20) NOT NULL DEFAULT 'PRIMARY' CHECK (kind IN ('PRIMARY', 'RESALE')),
    ADD COLUMN seller_id uuid,
    ADD COLUMN ticket_limit jsonb;
-- How many orders an account has started lately.
CREATE INDEX orders_user_started ON orders (user_id, created_at DESC);
