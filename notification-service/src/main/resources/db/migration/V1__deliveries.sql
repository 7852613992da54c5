-- One row per message that somebody is owed; the cause is what makes it the same message.
--   QUEUED    → SENDING    under a lease, in the last moment before the SMTP server can accept
--   SENDING   → SENT       the server said so
--   SENDING   → QUEUED     the server said no for now;  → FAILED  it said no for good
--   SENDING   → UNCERTAIN  nobody knows: the answer was lost, or the process died while waiting for it
--   UNCERTAIN → SENT | QUEUED  as the mail log says; never sent again without it
CREATE TABLE deliveries (
    cause           text PRIMARY KEY,
    event_id        uuid        NOT NULL,
    order_id        uuid        NOT NULL,
    state           text        NOT NULL DEFAULT 'QUEUED'
        CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED')),
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    lease           uuid,
    leased_until    timestamptz,
    -- never an address: what SMTP servers say may hold one, so only codes and class names come here
    reason          text,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX deliveries_due ON deliveries (next_attempt_at) WHERE state IN ('QUEUED', 'UNCERTAIN');
CREATE INDEX deliveries_sending ON deliveries (leased_until) WHERE state = 'SENDING';
