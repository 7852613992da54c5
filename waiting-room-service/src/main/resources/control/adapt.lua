-- Fits the rate of one line to the load of those that sell (AIMD). Invariants: at most one step a second over all instances,
-- however many ask; the rate stays between floor and ceiling; nobody's place is touched; what turns the rate's direction, or
-- moves it by a tenth since it was last told, is told in this same step.
--   opening   a quarter of the configured rate, doubled every five seconds of use up to it; anew when nobody looked for a minute
--   overload  at once down to 0.5 … 0.8 of the rate, the worse the lower, and again every five seconds while it lasts, since a
--             step takes that long to be felt; the way back is doubling up to 0.7 of where overload was met
--   beyond    in two minutes of full use as much more as is configured; not beyond the configured rate while processors are full
--   silence   of all that sell, for five seconds: the floor; afterwards as at the opening
-- Only a rate that keeps fans waiting for places that are free was used, and only such a one is raised.
-- ARGV: configured mode, rate per minute, places, floor, ceiling, how old the last report is (ms, empty without one), the worst
--       signal as a share of its limit, 1 when processors are full, what that signal is
local SECOND, SILENT, SETTLED, FORGOTTEN = 1000, 5000, 5000, 60000
local DOUBLES_IN, CLIMBS_IN, KEPT, TENTH = 5, 120, 0.7, 0.1

local mode, most, recovering, auto, at, looked, heard, lowered, upto, phase, way, said = unpack(redis.call('HMGET', line, 'mode',
  'places', 'recovering', 'auto', 'auto_at', 'auto_looked', 'auto_heard', 'auto_lowered', 'auto_upto', 'auto_phase', 'auto_way',
  'auto_told'))
mode = mode or ARGV[1]
local configured, ceiling, age = tonumber(ARGV[2]), tonumber(ARGV[5]), tonumber(ARGV[6])
auto, at = auto and tonumber(auto), tonumber(at) or 0
looked = math.max(at, tonumber(looked) or 0)

if mode ~= 'AUTO' then
  -- an operator, or the configuration, has the word; whatever was learnt is old when they give it back
  if auto then
    redis.call('HDEL', line, 'auto', 'auto_why')
  end
  return {'NOT_AUTO', mode == 'PAUSED' and 0 or pace(ARGV[2]), 0, 0, ''}
end
local standing, taken = redis.call('ZCARD', queue), redis.call('ZCARD', active)
if standing + taken == 0 then
  return {'IDLE', auto or configured, 0, 0, ''}
end
if auto and now >= at and now - at < SECOND then
  return {'NOT_YET', auto, 0, 0, ''}
end

local first, base = opening(configured, tonumber(ARGV[4]), ceiling)
local floor = math.min(tonumber(ARGV[4]), base)
local opens = not auto or now - looked > FORGOTTEN
if opens or now - looked > SILENT then
  -- nobody was there to hear anything
  heard = now
end
heard = math.min(now, math.max(tonumber(heard) or now, age and now - age or 0))
if not age and not opens and now - heard <= SILENT then
  -- another instance may hear them, and decides
  redis.call('HSET', line, 'auto_looked', now, 'auto_heard', heard)
  return {'NOT_YET', auto, 0, 0, ''}
end

local before, decision, why = auto, 'steady', 'steady'
upto, lowered = tonumber(upto) or base, tonumber(lowered) or 0
local used = standing > 0 and taken < tonumber(most or ARGV[3]) and not closed() and now >= (tonumber(recovering) or 0)
local strain = age and tonumber(ARGV[7]) or 0
if opens then
  auto, upto, phase, way, said = first, base, 'slow-start', 'up', 0
  before, decision, why = auto, 'slow-start', 'slow start'
elseif now - heard > SILENT then
  auto, upto, phase, decision, why = floor, base, 'slow-start', 'silence', 'silence'
elseif strain > 1 then
  decision, why = 'overload', 'overload: ' .. ARGV[9]
  if now - lowered >= SETTLED then
    if way ~= 'down' or phase ~= 'recovered' then
      upto = math.max(floor, math.floor(auto * KEPT))
    end
    auto = math.max(floor, math.floor(auto * math.max(0.5, math.min(0.8, 1 / strain))))
    lowered = now
  end
  phase = 'recovered'
elseif used then
  decision = phase
  if auto < upto then
    auto = math.min(upto, math.ceil(auto * 2 ^ (1 / DOUBLES_IN)))
    why = phase == 'slow-start' and 'slow start' or 'recovering'
  else
    phase, decision = 'recovered', 'recovered'
    local limit = ARGV[8] == '1' and math.max(base, auto) or ceiling
    auto = math.min(limit, auto + math.max(1, math.floor(configured / CLIMBS_IN)))
    why = auto > before and 'climbing' or 'steady'
  end
end
-- the settings may have moved
auto = math.max(floor, math.min(ceiling, math.floor(auto)))

local turn = auto > before and 'up' or auto < before and 'down' or way
local turned = opens or turn ~= way
said = tonumber(said) or 0
if turned or math.abs(auto - said) >= TENTH * said then
  redis.call('XADD', outbox, '*', 'what', 'AdmissionRateChanged', 'mode', mode, 'rate', auto, 'places', most or ARGV[3],
    'cause', decision == 'steady' and 'operator' or decision)
  said = auto
end
redis.call('HSET', line, 'auto', auto, 'auto_at', now, 'auto_heard', heard, 'auto_lowered', lowered, 'auto_upto', upto,
  'auto_phase', phase, 'auto_way', turn, 'auto_told', said, 'auto_why', why)
-- {what was decided, rate now, rate before, 1 when the direction turned, why}
return {decision, auto, before, turned and 1 or 0, why}
