-- Invariant: at most one live order per hold. The partial unique index decides between two that come at once; the loser
-- inserts nothing. The contact and the first line of the history exist if and only if the order does.
WITH placed AS (
    INSERT INTO orders (order_id, kind, user_id, event_id, hold_id, session_id, status, step, payment_method,
                        expected_total, total_amount, currency, worked_until)
    VALUES (:order, :kind, :user, :event, :hold, :session, 'PENDING', 'PLACED', :paymentMethod,
            :expectedTotal, :expectedTotal, :currency, clock_timestamp() + make_interval(secs => :lease))
    ON CONFLICT (hold_id) WHERE status NOT IN ('DECLINED', 'EXPIRED', 'VOIDED') DO NOTHING
    RETURNING order_id, status, step),
reachable AS (
    INSERT INTO order_contacts (order_id, email, locale)
    SELECT order_id, :email, 'en' FROM placed WHERE :email::text IS NOT NULL)
INSERT INTO order_history (order_id, status, step)
SELECT order_id, status, step FROM placed
