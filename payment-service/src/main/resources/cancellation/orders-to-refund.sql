-- Captured orders of cancelled events that have no refund for it yet. One with another refund under way waits for its end:
-- only then is it certain what is left. A refund that failed for good is support's, and not tried again by itself.
SELECT o.order_id
FROM event_cancellations c
JOIN orders o ON o.event_id = c.event_id AND o.status IN ('CAPTURED', 'PARTIALLY_REFUNDED')
WHERE NOT EXISTS (SELECT 1 FROM refunds r
                  WHERE r.order_id = o.order_id AND (r.cause = 'event-cancelled' OR r.step <> 'ENDED'))
ORDER BY o.order_id
LIMIT :batch
