-- A letter to many; turned into deliveries batch by batch, each batch in one transaction with the mark it leaves here.
CREATE TABLE mailings (
    mailing_id text PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind IN ('event-cancelled', 'event-postponed', 'seats-available')),
    event_id   uuid        NOT NULL,
    facts      jsonb       NOT NULL DEFAULT '{}',
    -- the last order that was reached
    reached    uuid,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    done_at    timestamptz
);
CREATE INDEX mailings_under_way ON mailings (created_at) WHERE done_at IS NULL;

-- What a fan asked to be told, once. The only addresses we keep, and only until the letter is settled or the fan thinks otherwise.
CREATE TABLE subscriptions (
    subscription_id uuid PRIMARY KEY,
    event_id        uuid        NOT NULL,
    user_id         uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('SEATS_AVAILABLE', 'TURN_NEAR')),
    email           text        NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    used_at         timestamptz
);
CREATE UNIQUE INDEX subscriptions_open ON subscriptions (event_id, kind, user_id) WHERE used_at IS NULL;
CREATE INDEX subscriptions_used ON subscriptions (used_at) WHERE used_at IS NOT NULL;
