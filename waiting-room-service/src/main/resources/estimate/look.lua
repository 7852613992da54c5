-- Notes once a second how the line stands, and reads what was noted since. Invariants: a second is noted once, whichever instance
-- comes first, so that all instances learn from the same notes in the same order; notes are numbered without a gap.
-- pace:{e} LIST the latest notes, oldest first; `noted` in line:{e} counts all there ever were.
--   R <ms> <epoch> <admitted> <gone> <waiting> <of them in line> <rate in force per minute>   the line at one moment
--   T <ms> <admitted> <what a fan was told: told:{e}>                           a fan's turn: estimate/turn.lua
-- ARGV: configured mode, rate per minute, how many notes are known
local KEPT = 1500
local notes = 'pace:' .. tag
local epoch, joins, admissions, mode, manual, auto, recovering, noted, second, rate = unpack(redis.call('HMGET', line, 'epoch', 'joins',
  'admitted', 'mode', 'rate', 'auto', 'recovering', 'noted', 'noted_second', 'noted_rate'))
noted = tonumber(noted) or 0
local standing = size()
local per_minute = mode == 'MANUAL' and manual or auto or ARGV[2]
if (mode or ARGV[1]) == 'PAUSED' or now < (tonumber(recovering) or 0) then
  per_minute = '0'
end
if epoch and second ~= time[1] and (standing > 0 or rate ~= per_minute) then
  admissions = tonumber(admissions) or 0
  redis.call('RPUSH', notes, string.format('R %.0f %s %.0f %.0f %.0f %.0f %s', now, epoch, admissions,
    (tonumber(joins) or 0) - admissions - standing, standing,
    redis.call('ZCARD', queue), per_minute))
  redis.call('LTRIM', notes, -KEPT, -1)
  noted = noted + 1
  redis.call('HSET', line, 'noted', noted, 'noted_second', time[1], 'noted_rate', per_minute)
end
local new = noted - tonumber(ARGV[3])
if new <= 0 then
  -- fewer than the caller knows: the line was lost
  return {noted, {}}
end
return {noted, redis.call('LRANGE', notes, -new, -1)}
