-- Forgets a line that is long over, some buckets of records at a time. Invariants: nothing goes while there is something to tell;
-- the line's own hash goes last, so that whoever dies on the way leaves a line that is forgotten again; memory is freed beside
-- the commands of others.
-- ARGV: first bucket, how many
local FANS = 100000
if redis.call('XLEN', outbox) > 0 then
  return {'TELLING'}
end
local joins = tonumber(redis.call('HGET', line, 'joins')) or 0
local buckets = joins == 0 and 0 or math.max(FANS, math.floor(joins / PER_KEY) + 1)
local first = tonumber(ARGV[1])
local past = math.min(first + tonumber(ARGV[2]), buckets)
for k = first, past - 1 do
  redis.call('UNLINK', records(k), string.format('fans:%s:%d', tag, k))
end
if past < buckets then
  return {'MORE', past}
end
redis.call('UNLINK', queue, lobby, active, outbox, 'leaves:' .. tag, 'leaves-back:' .. tag, 'pace:' .. tag, 'told:' .. tag,
  'presale-used:' .. tag, 'presale-marks:' .. tag)
redis.call('UNLINK', line)
return {'FORGOTTEN'}
