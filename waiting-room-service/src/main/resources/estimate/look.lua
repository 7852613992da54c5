-- Notes once a second how the line stands, and reads what was noted since. Invariants: a second is noted once, whichever instance
-- comes first, so that all instances learn from the same notes in the same order; notes are numbered without a gap.
-- pace:{e} LIST the latest notes, oldest first; `noted` in line:{e} counts all there ever were.
--   R <ms> <epoch> <admitted> <gone> <waiting> <of them ready> <rate in force per minute> <what the controller takes it to>
--     <places> <of them taken>                                                  the line at one moment
--   T <ms> <admitted> <what a fan was told: told:{e}>                           a fan's turn: estimate/turn.lua
-- ARGV: configured mode, rate per minute, how many notes are known, floor, ceiling, places
local KEPT = 1500
local notes = 'pace:' .. tag
local epoch, joins, admissions, mode, manual, auto, recovering, noted, second, rate, upto, why, most, lobby_n, opened, filled =
  unpack(redis.call('HMGET', line, 'epoch', 'joins', 'admitted', 'mode', 'rate', 'auto', 'recovering', 'noted', 'noted_second',
    'noted_rate', 'auto_upto', 'auto_why', 'places', 'lobby_n', 'opened', 'filled'))
noted = tonumber(noted) or 0
local standing = size()
mode = mode or ARGV[1]
local per_minute, climbs_to = mode == 'MANUAL' and manual or auto or ARGV[2], nil
if mode == 'PAUSED' or now < (tonumber(recovering) or 0) then
  per_minute = '0'
elseif mode == 'AUTO' and not auto then
  per_minute, climbs_to = opening(tonumber(ARGV[2]), tonumber(ARGV[4]), tonumber(ARGV[5]))
  per_minute = string.format('%.0f', per_minute)
elseif mode == 'AUTO' and (why == 'slow start' or why == 'recovering') then
  climbs_to = math.max(tonumber(auto), tonumber(upto) or 0)
end
-- those whom the draw has not moved yet are in nobody's way, but behind its frontier nobody is let in
local ready = lobby_n and tonumber(filled) < tonumber(lobby_n)
  and redis.call('ZCOUNT', queue, '-inf', string.format('(%.0f', opened + filled)) or redis.call('ZCARD', queue)
if epoch and second ~= time[1] and (standing > 0 or rate ~= per_minute) then
  admissions = tonumber(admissions) or 0
  redis.call('RPUSH', notes, string.format('R %.0f %s %.0f %.0f %.0f %.0f %s %.0f %.0f %.0f', now, epoch, admissions,
    (tonumber(joins) or 0) - admissions - standing, standing,
    ready, per_minute, climbs_to or tonumber(per_minute), tonumber(most or ARGV[6]), redis.call('ZCARD', active)))
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
