-- Invariant: one transaction for each cause. Repeating it writes nothing; the deferred trigger refuses one that does not balance.
INSERT INTO ledger_entries (transaction_id, kind, cause, account, debit, credit, currency, order_id, refund_id, payout_id)
SELECT :transaction, :kind, :cause, line.account, greatest(line.amount, 0), greatest(-line.amount, 0), :currency,
       :order::uuid, :refund::uuid, :payout::uuid
FROM jsonb_to_recordset(:lines::jsonb) AS line(account text, amount numeric)
WHERE line.amount <> 0
ON CONFLICT (cause, account) DO NOTHING
