-- A delivery knows what kind of letter it is, for whom, and the facts that only its cause told (amounts, dates; never an address).
--   priority 0 a confirmation, 1 another mail of one order, 2 a mass mailing
ALTER TABLE deliveries
    ALTER COLUMN order_id DROP NOT NULL,
    ADD COLUMN kind            text     NOT NULL DEFAULT 'order-confirmed',
    ADD COLUMN priority        smallint NOT NULL DEFAULT 0,
    ADD COLUMN user_id         uuid,
    ADD COLUMN subscription_id uuid,
    ADD COLUMN facts           jsonb    NOT NULL DEFAULT '{}';
CREATE INDEX deliveries_due_first ON deliveries (priority, next_attempt_at) WHERE state IN ('QUEUED', 'UNCERTAIN');
DROP INDEX deliveries_due;
CREATE INDEX deliveries_of_order ON deliveries (order_id);
