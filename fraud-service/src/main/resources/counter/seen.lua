-- Counts what was seen at one device or address. Invariants: the same member counts once; what is older than the window does
-- not count; the list does not grow without end.
-- KEYS: the list   ARGV: now (ms), remembered (ms), member (empty to look only), when (ms)
local since = tonumber(ARGV[1]) - tonumber(ARGV[2])
if ARGV[3] ~= '' and tonumber(ARGV[4]) > since then
  redis.call('ZADD', KEYS[1], 'GT', ARGV[4], ARGV[3])
  redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1001)
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', since)
return redis.call('ZCARD', KEYS[1])
