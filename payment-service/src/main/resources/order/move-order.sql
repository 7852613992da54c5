-- Invariant: a step is left exactly once, whoever and however many work on the order: the guard is the step that the change
-- was decided on. No row written = somebody else was first, and nothing that hangs on the change may happen.
-- A STUCK order keeps that status until an answer gives it a new one. The lease is renewed, or ended where nobody goes on.
WITH moved AS (
    UPDATE orders
    SET step           = :to,
        status         = coalesce(:status::text, status),
        fence          = coalesce(:fence::bigint, fence),
        seller_id      = coalesce(:seller::uuid, seller_id),
        seats          = coalesce(:seats::jsonb, seats),
        fees           = coalesce(:fees::jsonb, fees),
        tax            = coalesce(:tax::numeric, tax),
        ticket_fees    = coalesce(:ticketFees::jsonb, ticket_fees),
        total_amount   = coalesce(:total::numeric, total_amount),
        payment_intent = coalesce(:intent::text, payment_intent),
        ending_status  = coalesce(:endingStatus::text, ending_status),
        hold_outcome   = coalesce(:holdOutcome::text, hold_outcome),
        cancel_intent  = coalesce(:cancelIntent::boolean, cancel_intent),
        cause          = coalesce(:cause::text, cause),
        decline_code   = coalesce(:declineCode::text, decline_code),
        ticket_limit   = coalesce(:ticketLimit::jsonb, ticket_limit),
        confirmed_at   = CASE WHEN :to = 'CONFIRMED' THEN clock_timestamp() ELSE confirmed_at END,
        worked_until   = CASE WHEN :to IN ('CONFIRMED', 'ENDED') THEN clock_timestamp()
                              ELSE clock_timestamp() + make_interval(secs => :lease) END
    WHERE order_id = :order AND step = :from
    RETURNING order_id, status, step, cause)
INSERT INTO order_history (order_id, status, step, cause)
SELECT order_id, status, step, cause FROM moved
