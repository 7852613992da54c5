-- Begins a line, or brings one back that Redis lost. Invariants: a line that is there stays as it is; numbers and scores given out from now on are
-- higher than all that were given out before; nobody is admitted while fans come back.
-- ARGV: epoch, entry numbers and highest score given out so far, admission paused for (ms)
if redis.call('HEXISTS', line, 'epoch') == 1 then
  return {'BEGUN'}
end
local joins, last = unpack(redis.call('HMGET', line, 'joins', 'last'))
redis.call('HSET', line, 'epoch', ARGV[1], 'joins', math.max(tonumber(joins) or 0, tonumber(ARGV[2])),
  'last', math.max(tonumber(last) or 0, tonumber(ARGV[3])), 'recovering', now + tonumber(ARGV[4]))
return {'NEW'}
