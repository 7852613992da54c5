-- Closes the line of a sold-out event, or opens it again. Invariant: the latest word of the seats' owner counts, also when
-- older ones are heard again.
-- ARGV: 1 sold out | 0 seats came back, when that was (microseconds)
local heard = tonumber(redis.call('HGET', line, 'sold_at')) or 0
if tonumber(ARGV[2]) < heard then
  return {'OLD'}
end
redis.call('HSET', line, 'sold', ARGV[1], 'sold_at', ARGV[2])
return {'SET'}
