-- Takes what is still to be told, oldest first, for the one instance that drains this event for now. Invariant: while one
-- instance holds the lock no other gets messages, so that they leave in order; what is not forgotten is taken again.
-- ARGV: who asks, lock lasts (ms), at most so many
local lock = 'drainer:' .. tag
local holder = redis.call('GET', lock)
if holder and holder ~= ARGV[1] then
  return {}
end
redis.call('SET', lock, ARGV[1], 'PX', ARGV[2])
return redis.call('XRANGE', outbox, '-', '+', 'COUNT', ARGV[3])
