-- Invariant: a payout is taken back at most once, and only one that was posted: every line of it, the other way round.
INSERT INTO ledger_entries (transaction_id, kind, cause, account, debit, credit, currency, order_id, payout_id)
SELECT :transaction, 'PAYOUT_CANCELLED', 'payout-cancelled:' || :payout, account, credit, debit, currency, order_id, payout_id
FROM ledger_entries
WHERE cause = 'payout-due:' || :payout
ON CONFLICT (cause, account) DO NOTHING
