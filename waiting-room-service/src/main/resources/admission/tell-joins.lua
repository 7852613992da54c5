-- Tells the joins of the last second that had any, once that second is over. Invariant: each join is in exactly one aggregate.
local second, in_second, joins = unpack(redis.call('HMGET', line, 'second', 'in_second', 'joins'))
if not second or second == time[1] then
  return {0}
end
redis.call('XADD', outbox, '*', 'what', 'EntryJoined', 'second', second, 'joins', in_second, 'last', joins)
redis.call('HDEL', line, 'second', 'in_second')
return {1}
