-- Keeps what was published unless a newer version is known. A date that a postponement took away stays away while the event is
-- postponed and its date the same; a cancellation is final.
INSERT INTO events AS known (event_id, aggregate_version, name, venue_name, time_zone, date, date_open, cancelled)
VALUES (:event_id, :version, :name, :venue_name, :time_zone, :date, :postponed, :cancelled)
ON CONFLICT (event_id) DO UPDATE
   SET aggregate_version = excluded.aggregate_version,
       name = excluded.name,
       venue_name = excluded.venue_name,
       time_zone = excluded.time_zone,
       date = excluded.date,
       date_open = excluded.date_open AND known.date_open AND known.date = excluded.date,
       cancelled = known.cancelled OR excluded.cancelled
 WHERE known.aggregate_version < excluded.aggregate_version
