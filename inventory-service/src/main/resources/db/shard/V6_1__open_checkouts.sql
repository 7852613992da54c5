-- Few at a time, and looked at every minute.
CREATE INDEX checkouts_open ON checkouts (created_at) WHERE status = 'OPEN';
