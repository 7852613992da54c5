-- Follows a script in the tests of the model: what it left behind, what it told since the
-- last look, and how many looks there were before.
local tag = string.match(KEYS[1], '{.-}')
local line = 'line:' .. tag
local records = {}
for k = 0, math.floor((tonumber(redis.call('HGET', line, 'joins')) or 0) / 100) do
  records[k + 1] = redis.call('HGETALL', 'entries:' .. tag .. ':' .. k)
end
local told = redis.call('XRANGE', 'outbox:' .. tag, '-', '+')
redis.call('XTRIM', 'outbox:' .. tag, 'MAXLEN', 0)
return {reply, redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES'), redis.call('ZRANGE', 'lobby:' .. tag, 0, -1, 'WITHSCORES'),
  redis.call('ZRANGE', 'active:' .. tag, 0, -1, 'WITHSCORES'), redis.call('HGETALL', line), records, told,
  redis.call('KEYS', 'access:' .. tag .. ':*'), redis.call('INCR', 'looks:' .. tag), KEYS[2] * 1000000 + KEYS[3]}
