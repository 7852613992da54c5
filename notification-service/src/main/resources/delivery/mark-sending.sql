-- Run, and committed, after a message's last byte and before the dot that lets the server accept it.
-- Invariant: no message is completed without a SENDING row that says so; whoever has lost the lease does not complete it.
UPDATE deliveries
   SET state = 'SENDING',
       leased_until = clock_timestamp() + make_interval(secs => :seconds),
       changed_at = clock_timestamp()
 WHERE cause = :cause
   AND lease = :lease
   AND state = 'QUEUED'
   AND leased_until > clock_timestamp()
