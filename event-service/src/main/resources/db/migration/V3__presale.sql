ALTER TABLE events ADD COLUMN presale_date timestamptz CHECK (presale_date < on_sale_date);

-- The secret of each presale, and how many of its codes are out: the codes follow from both and are kept nowhere.
CREATE TABLE presale_keys (
    event_id uuid PRIMARY KEY REFERENCES events,
    key      bytea   NOT NULL CHECK (octet_length(key) = 32),
    issued   integer NOT NULL DEFAULT 0 CHECK (issued BETWEEN 0 AND 4194304)
);

CREATE OR REPLACE FUNCTION event_status(e events, moment timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS
$$
SELECT CASE
           WHEN e.course = 'CANCELLED' THEN 'CANCELLED'
           WHEN e.provisioning IS DISTINCT FROM 'DONE' THEN 'DRAFT'
           WHEN e.course = 'POSTPONED' THEN 'POSTPONED'
           WHEN moment >= e.event_date THEN 'ENDED'
           WHEN moment < coalesce(e.presale_date, e.on_sale_date) THEN 'PUBLISHED'
           WHEN e.sold_out THEN 'SOLD_OUT'
           WHEN moment < e.on_sale_date THEN 'PRESALE'
           ELSE 'ON_SALE'
       END
$$;
