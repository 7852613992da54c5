CREATE TABLE images (
    hash       text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    media_type text        NOT NULL,
    content    bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- course: ON, POSTPONED and back, or CANCELLED, which is final.
-- status: the phase that was last told; what is due now is event_status() below.
-- The folded columns are written by the service, so that a letter is the same letter under every locale of the database.
ALTER TABLE events
    ADD COLUMN course          text        NOT NULL DEFAULT 'ON' CHECK (course IN ('ON', 'POSTPONED', 'CANCELLED')),
    ADD COLUMN cancel_reason   text,
    ADD COLUMN status          varchar(20),
    ADD COLUMN changed_at      timestamptz,
    ADD COLUMN images          jsonb       NOT NULL DEFAULT '[]',
    ADD COLUMN category_folded text        NOT NULL DEFAULT '',
    ADD COLUMN artist_folded   text        NOT NULL DEFAULT '',
    ADD COLUMN city_folded     text        NOT NULL DEFAULT '',
    ADD COLUMN words           text        NOT NULL DEFAULT '',
    ADD COLUMN search          tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED,
    ADD CHECK (course = 'ON' OR published_at IS NOT NULL);

UPDATE events e
   SET changed_at = e.published_at,
       category_folded = trim(regexp_replace(lower(coalesce(e.category, '')), '[^[:alnum:]]+', ' ', 'g')),
       artist_folded = trim(regexp_replace(lower(coalesce(e.artist, '')), '[^[:alnum:]]+', ' ', 'g')),
       city_folded = trim(regexp_replace(lower(coalesce(v.address ->> 'city', '')), '[^[:alnum:]]+', ' ', 'g')),
       words = trim(regexp_replace(lower(concat_ws(' ', e.name, e.artist, v.name, v.address ->> 'city')),
                                   '[^[:alnum:]]+', ' ', 'g'))
  FROM venues v
 WHERE v.venue_id = e.venue_id;

-- Where an event stands at a moment: the twin of Event.status, for questions about many events at once.
CREATE FUNCTION event_status(e events, moment timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS
$$
SELECT CASE
           WHEN e.course = 'CANCELLED' THEN 'CANCELLED'
           WHEN e.provisioning IS DISTINCT FROM 'DONE' THEN 'DRAFT'
           WHEN e.course = 'POSTPONED' THEN 'POSTPONED'
           WHEN moment >= e.event_date THEN 'ENDED'
           WHEN moment < e.on_sale_date THEN 'PUBLISHED'
           WHEN e.sold_out THEN 'SOLD_OUT'
           ELSE 'ON_SALE'
       END
$$;

CREATE INDEX events_search ON events USING gin (search);
CREATE INDEX events_by_date ON events (event_date, event_id) WHERE published_at IS NOT NULL;
CREATE INDEX events_of_venue ON events (venue_id, event_date, event_id);
CREATE INDEX events_of_organizer ON events (organizer_id, event_date, event_id);
-- those whose phase may change by the clock
CREATE INDEX idx_on_sale ON events (on_sale_date, status)
    WHERE provisioning = 'DONE' AND course = 'ON' AND status IS DISTINCT FROM 'ENDED';
