-- Notes that the turn of a fan of the sample has come. Invariant: a fan is noted once.
-- ARGV: entry number
local told = 'told:' .. tag
local what = redis.call('HGET', told, ARGV[1])
if not what then
  return {''}
end
redis.call('HDEL', told, ARGV[1])
redis.call('RPUSH', 'pace:' .. tag, string.format('T %.0f %s %s', now, redis.call('HGET', line, 'admitted') or '0', what))
redis.call('HINCRBY', line, 'noted', 1)
return {what, now}
