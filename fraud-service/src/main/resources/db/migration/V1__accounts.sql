-- Keys that sign clearances and challenges. The primary key lets only the first of several instances that start together make
-- one; the highest generation signs, all of them verify.
CREATE TABLE signing_keys (
    purpose    text        NOT NULL,
    generation integer     NOT NULL,
    material   text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (purpose, generation)
);

-- The verdict that stands on an account, and why: what support reads and lifts.
CREATE TABLE accounts (
    user_id      uuid        PRIMARY KEY,
    event_id     uuid,                                      -- where it was judged last
    decision     text        NOT NULL DEFAULT 'ALLOW' CHECK (decision IN ('ALLOW', 'CHALLENGE', 'BLOCK')),
    score        integer     NOT NULL DEFAULT 0,
    reasons      text[]      NOT NULL DEFAULT '{}',
    model        text        NOT NULL,
    decided_at   timestamptz NOT NULL,
    told_at      timestamptz NOT NULL,                      -- when boxoffice.risk heard of it last
    stands_until timestamptz NOT NULL,                      -- a milder score counts only after this
    lifted_at    timestamptz,
    lifted_until timestamptz,                               -- no BLOCK before this
    lift_reason  text
);

-- what is repeated while it stands
CREATE INDEX accounts_to_tell ON accounts (told_at) WHERE decision <> 'ALLOW';
