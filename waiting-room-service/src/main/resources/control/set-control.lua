-- Takes an operator's word on one line. Invariants: the word given last counts, in whatever order they come; it holds for every
-- instance from its next look on; it is told if and only if it is taken.
-- ARGV: number of the word, mode, rate per minute, places, message (each empty for: as configured), then what comes of it:
--       rate, places
local given = tonumber(redis.call('HGET', line, 'control')) or 0
if tonumber(ARGV[1]) < given then
  return {'OLD'}
end
redis.call('HSET', line, 'control', ARGV[1], 'mode', ARGV[2])
for i, field in ipairs({'rate', 'places', 'message'}) do
  if ARGV[2 + i] == '' then
    redis.call('HDEL', line, field)
  else
    redis.call('HSET', line, field, ARGV[2 + i])
  end
end
if tonumber(ARGV[1]) > given then
  redis.call('XADD', outbox, '*', 'what', 'AdmissionRateChanged', 'mode', ARGV[2], 'rate', ARGV[6], 'places', ARGV[7],
    'cause', 'operator')
end
return {'SET'}
