ALTER TABLE orders DROP CONSTRAINT orders_status_check;
ALTER TABLE orders ADD CONSTRAINT orders_status_check CHECK (status IN (
    'PENDING', 'AUTHORIZED', 'CONFIRMED', 'CAPTURED', 'DECLINED', 'EXPIRED', 'VOIDED', 'STUCK', 'CAPTURE_FAILED',
    'PARTIALLY_REFUNDED', 'REFUNDED'));

-- ticket_fees: what each seat's ticket fee was when it was priced, by seat.
-- refund_claimed: by refunds that are under way or done; refunded: by those done.
ALTER TABLE orders
    ADD COLUMN ticket_fees    jsonb          NOT NULL DEFAULT '{}',
    ADD COLUMN refund_claimed numeric(10, 2) NOT NULL DEFAULT 0,
    ADD COLUMN refunded       numeric(10, 2) NOT NULL DEFAULT 0,
    ADD CONSTRAINT orders_refunded_within_captured
        CHECK (0 <= refunded AND refunded <= refund_claimed AND refund_claimed <= total_amount);
CREATE INDEX orders_refundable ON orders (event_id, order_id) WHERE status IN ('CAPTURED', 'PARTIALLY_REFUNDED');

ALTER TABLE event_policies ADD COLUMN name text;

-- What was sold, from the moment it was. refund_id: the refund, under way or done, that the item is in.
CREATE TABLE order_items (
    order_id    uuid           NOT NULL REFERENCES orders,
    seat_id     uuid           NOT NULL,
    event_id    uuid           NOT NULL,
    section     text           NOT NULL,
    "row"       text           NOT NULL,
    seat_number text           NOT NULL,
    price       numeric(10, 2) NOT NULL,
    fee         numeric(10, 2) NOT NULL,
    status      varchar(10)    NOT NULL CHECK (status IN ('ACTIVE', 'RESOLD', 'REFUNDED', 'VOID')),
    refund_id   uuid,
    PRIMARY KEY (order_id, seat_id)
);
-- A seat has one owner, whatever else goes wrong.
CREATE UNIQUE INDEX order_items_one_active_per_seat ON order_items (event_id, seat_id) WHERE status = 'ACTIVE';

-- Orders sold before items existed: their ticket fees are shared out by price, to the cent.
INSERT INTO order_items (order_id, seat_id, event_id, section, "row", seat_number, price, fee, status)
SELECT order_id, seat_id, event_id, section, "row", seat_number, price,
       coalesce(round(ticket_fees * upto / nullif(tickets, 0), 2)
              - round(ticket_fees * (upto - price) / nullif(tickets, 0), 2), 0),
       CASE WHEN status = 'CAPTURE_FAILED' THEN 'VOID' ELSE 'ACTIVE' END
FROM (SELECT o.order_id, o.event_id, o.status, s.*,
             sum(s.price) OVER (PARTITION BY o.order_id ORDER BY s.seat_id) AS upto,
             sum(s.price) OVER (PARTITION BY o.order_id)                    AS tickets,
             coalesce((SELECT sum((f ->> 'amount')::numeric) FROM jsonb_array_elements(o.fees) f
                       WHERE f ->> 'name' = 'ticket_fees'), 0)             AS ticket_fees
      FROM orders o
      CROSS JOIN LATERAL jsonb_to_recordset(o.seats)
          AS s(seat_id uuid, section text, "row" text, seat_number text, price numeric)
      WHERE o.confirmed_at IS NOT NULL) sold;

-- One refund. step: what is to be done next. gross_*: of the prices and fees as shown to the buyer; net_* and tax: what
-- the amount consists of in the ledger. with_tickets: whether inventory has tickets of it to take back.
CREATE TABLE refunds (
    refund_id     uuid PRIMARY KEY,
    order_id      uuid           NOT NULL REFERENCES orders,
    cause         varchar(20)    NOT NULL CHECK (cause IN ('refund', 'event-cancelled')),
    status        varchar(10)    NOT NULL CHECK (status IN ('PENDING', 'SUCCEEDED', 'FAILED')),
    step          varchar(10)    NOT NULL CHECK (step IN ('LOCKING', 'REVOKING', 'PAYING', 'ASKED', 'FREEING',
                                                          'RESTORING', 'ENDED')),
    amount        numeric(10, 2) NOT NULL CHECK (amount >= 0),
    currency      text           NOT NULL,
    gross_tickets numeric(10, 2) NOT NULL,
    gross_fees    numeric(10, 2) NOT NULL,
    net_tickets   numeric(10, 2) NOT NULL,
    net_fees      numeric(10, 2) NOT NULL,
    tax           numeric(10, 2) NOT NULL,
    include_fees  boolean        NOT NULL,
    force         boolean        NOT NULL,
    reason        text           NOT NULL,
    requested_by  uuid,
    with_tickets  boolean        NOT NULL DEFAULT true,
    failure       text,
    worked_until  timestamptz    NOT NULL,
    created_at    timestamptz    NOT NULL DEFAULT clock_timestamp(),
    ended_at      timestamptz,
    CHECK (net_tickets + net_fees + tax = amount)
);
CREATE INDEX refunds_order ON refunds (order_id, created_at);
CREATE INDEX refunds_unfinished ON refunds (worked_until) WHERE step <> 'ENDED';
-- However often an event's cancellation is heard or swept.
CREATE UNIQUE INDEX refunds_one_cancellation_per_order ON refunds (order_id) WHERE cause = 'event-cancelled';

CREATE TABLE refund_items (
    refund_id uuid NOT NULL REFERENCES refunds,
    seat_id   uuid NOT NULL,
    PRIMARY KEY (refund_id, seat_id)
);

-- Written in the statement that makes the change.
CREATE TABLE refund_history (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    refund_id uuid        NOT NULL REFERENCES refunds,
    status    varchar(10) NOT NULL,
    step      varchar(10) NOT NULL,
    failure   text,
    at        timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX refund_history_refund ON refund_history (refund_id, id);

-- Events that will not take place; whatever is captured for them is given back, for as long as there is any.
CREATE TABLE event_cancellations (
    event_id     uuid PRIMARY KEY,
    cancelled_at timestamptz NOT NULL,
    heard_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A number for people, given when a receipt is first asked for.
CREATE TABLE receipts (
    order_id  uuid PRIMARY KEY REFERENCES orders,
    number    bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    issued_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Double entry. One transaction = the lines with one transaction_id; cause = why, once for each account.
CREATE TABLE ledger_entries (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    transaction_id uuid           NOT NULL,
    kind           varchar(20)    NOT NULL CHECK (kind IN ('CAPTURE', 'REFUND', 'PAYOUT_DUE', 'PAYOUT_CANCELLED')),
    cause          text           NOT NULL,
    account        varchar(30)    NOT NULL,
    debit          numeric(12, 2) NOT NULL CHECK (debit >= 0),
    credit         numeric(12, 2) NOT NULL CHECK (credit >= 0),
    currency       text           NOT NULL,
    order_id       uuid,
    refund_id      uuid,
    payout_id      uuid,
    at             timestamptz    NOT NULL DEFAULT clock_timestamp(),
    CHECK ((debit = 0) <> (credit = 0)),
    UNIQUE (cause, account)
);
CREATE INDEX ledger_entries_transaction ON ledger_entries (transaction_id);
CREATE INDEX ledger_entries_order ON ledger_entries (order_id);

CREATE FUNCTION ledger_must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM ledger_entries WHERE transaction_id = NEW.transaction_id
               GROUP BY currency HAVING sum(debit) <> sum(credit)) THEN
        RAISE EXCEPTION 'ledger transaction % (%) does not balance', NEW.transaction_id, NEW.cause
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_balances AFTER INSERT ON ledger_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_must_balance();

CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is corrected by further entries only';
END $$;
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();

-- Captures made before the ledger existed. Included tax is taken out of tickets and fees by their shares.
INSERT INTO ledger_entries (transaction_id, kind, cause, account, debit, credit, currency, order_id, at)
SELECT c.transaction_id, 'CAPTURE', 'capture:' || c.order_id, line.account, line.debit, line.credit, c.currency, c.order_id,
       c.confirmed_at
FROM (SELECT gen_random_uuid() AS transaction_id, o.*, s.tickets, s.fee_sum,
             CASE WHEN s.tickets + s.fee_sum = o.total_amount THEN o.tax ELSE 0 END AS included,
             CASE WHEN s.tickets + s.fee_sum = o.total_amount
                  THEN round(o.tax * s.fee_sum / o.total_amount, 2) ELSE 0 END      AS included_in_fees
      FROM orders o
      CROSS JOIN LATERAL (
          SELECT coalesce((SELECT sum(price) FROM order_items i WHERE i.order_id = o.order_id), 0) AS tickets,
                 coalesce((SELECT sum((f ->> 'amount')::numeric) FROM jsonb_array_elements(o.fees) f), 0) AS fee_sum) s
      WHERE o.status = 'CAPTURED') c
CROSS JOIN LATERAL (VALUES
    ('PROVIDER_RECEIVABLE', c.total_amount, 0),
    ('ORGANISER_PAYABLE', 0, c.tickets - (c.included - c.included_in_fees)),
    ('FEE_REVENUE', 0, c.fee_sum - c.included_in_fees),
    ('TAX_PAYABLE', 0, c.tax)) AS line(account, debit, credit)
WHERE line.debit + line.credit > 0;
