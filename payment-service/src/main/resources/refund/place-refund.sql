-- Invariant: what refunds claim never exceeds what was captured, and only what was captured is refunded. No row written = it
-- would, or this refund exists already. The first line of the history exists if and only if the refund does.
WITH claimed AS (
    UPDATE orders SET refund_claimed = refund_claimed + :amount
    WHERE order_id = :order
      AND status IN ('CAPTURED', 'PARTIALLY_REFUNDED')
      AND refund_claimed + :amount <= total_amount
      AND NOT EXISTS (SELECT 1 FROM refunds WHERE refund_id = :refund)
    RETURNING order_id, currency),
placed AS (
    INSERT INTO refunds (refund_id, order_id, cause, status, step, amount, currency, gross_tickets, gross_fees,
                         net_tickets, net_fees, tax, include_fees, force, reason, requested_by, worked_until)
    SELECT :refund, order_id, :cause, 'PENDING', 'LOCKING', :amount, currency, :grossTickets, :grossFees,
           :netTickets, :netFees, :tax, :includeFees, :force, :reason, :requestedBy::uuid,
           clock_timestamp() + make_interval(secs => :lease)
    FROM claimed
    RETURNING refund_id, status, step)
INSERT INTO refund_history (refund_id, status, step)
SELECT refund_id, status, step FROM placed
