-- The naive general admission: one row that everybody counts down.
UPDATE counter SET n = n - 1 WHERE id = 1;
