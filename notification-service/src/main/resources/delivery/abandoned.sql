-- Rows whose sender went silent after it may have completed the message.
-- Invariant: such a row is never queued again by itself; it keeps its lease, so that a sender who was only slow may still say
-- how it ended.
UPDATE deliveries
   SET state = 'UNCERTAIN',
       reason = 'sender-lost',
       next_attempt_at = clock_timestamp() + make_interval(secs => :seconds),
       leased_until = NULL,
       changed_at = clock_timestamp()
 WHERE state = 'SENDING'
   AND leased_until <= clock_timestamp()
RETURNING cause
