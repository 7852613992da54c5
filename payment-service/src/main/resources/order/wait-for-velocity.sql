-- Invariant: no account starts more than :most orders within :window seconds. The caller has the account's lock until its own
-- order is committed, so that many requests at once are counted one after the other.
-- A row = the limit is reached; it tells how many seconds later the oldest of the last :most orders is out of the window.
SELECT extract(epoch FROM created_at - clock_timestamp()) + :window AS seconds
FROM orders
WHERE user_id = :user AND created_at > clock_timestamp() - make_interval(secs => :window)
ORDER BY created_at DESC
OFFSET :most - 1 LIMIT 1
