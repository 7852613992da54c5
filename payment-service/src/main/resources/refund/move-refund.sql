-- Invariant: a step is left exactly once, whoever and however many work on the refund. No row written = somebody else was
-- first, and nothing that hangs on the change may happen. The lease is renewed, or ended where nobody goes on.
WITH moved AS (
    UPDATE refunds
    SET step         = :to,
        status       = coalesce(:status::text, status),
        failure      = coalesce(:failure::text, failure),
        with_tickets = coalesce(:withTickets::boolean, with_tickets),
        worked_until = CASE WHEN :to = 'ENDED' THEN clock_timestamp()
                            ELSE clock_timestamp() + make_interval(secs => :lease) END,
        ended_at     = CASE WHEN :to = 'ENDED' THEN clock_timestamp() END
    WHERE refund_id = :refund AND step = :from
    RETURNING refund_id, status, step, failure)
INSERT INTO refund_history (refund_id, status, step, failure)
SELECT refund_id, status, step, failure FROM moved
