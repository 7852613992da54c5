-- Owes a message, unless it is or was owed already.
INSERT INTO deliveries (kind, cause, event_id, order_id, user_id, subscription_id, facts, priority)
VALUES (:kind, :cause, :event_id, :order_id, :user_id, :subscription_id, CAST(:facts AS jsonb), :priority)
ON CONFLICT DO NOTHING
