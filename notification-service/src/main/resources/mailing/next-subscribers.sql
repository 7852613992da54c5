-- Uses up the next subscriptions and owes each its one letter.
-- Invariant: a subscription is used by one mailing, in the statement that owes its letter. One made after the mailing began waits
-- for the next: whoever opts in again while it runs is not written to twice of one re-opening.
WITH batch AS (
    UPDATE subscriptions
       SET used_at = clock_timestamp()
     WHERE subscription_id IN (SELECT subscription_id
                                 FROM subscriptions
                                WHERE event_id = :event_id
                                  AND kind = 'SEATS_AVAILABLE'
                                  AND used_at IS NULL
                                  AND created_at <= :began
                                ORDER BY subscription_id
                                LIMIT :size
                                  FOR UPDATE)
       AND used_at IS NULL
    RETURNING subscription_id, user_id),
owed AS (
    INSERT INTO deliveries (kind, cause, event_id, user_id, subscription_id, priority)
    SELECT :kind, replace(:cause, '{subscription_id}', subscription_id::text), :event_id, user_id, subscription_id, :priority
      FROM batch
    ON CONFLICT DO NOTHING)
SELECT subscription_id FROM batch
