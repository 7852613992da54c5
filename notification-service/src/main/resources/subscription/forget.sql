-- Forgets subscriptions, and with them the address: their one letter is settled, or what they were about is over.
DELETE FROM subscriptions s
 WHERE (s.used_at IS NOT NULL
        AND EXISTS (SELECT FROM deliveries d
                     WHERE d.cause = 'seats-available:' || s.subscription_id AND d.state IN ('SENT', 'FAILED')))
    OR EXISTS (SELECT FROM events e
                WHERE e.event_id = s.event_id
                  AND (e.cancelled OR NOT e.date_open AND e.date < clock_timestamp() - interval '1 day'))
