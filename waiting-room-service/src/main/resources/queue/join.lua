-- Gives a fan a place, or the place the fan has already.
-- Invariants: a fan has at most one entry that is not over; scores strictly increase in the order of execution, so whoever was
-- answered first stands in front; joining again never moves anybody; a second device or secret takes over the place, raises the
-- session number and thereby ends what the first one could do.
-- ARGV: fan, device-and-secret print, opens at, closes at (ms), configured rate per minute, jitter 0..1, poll least, usual,
--       most (ms), abandoned after (ms), 1 when a clearance was shown
local fan, print = ARGV[1], ARGV[2]
local per_minute, jitter = pace(ARGV[5]), tonumber(ARGV[6])
local least, usual, most = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])
local patience, cleared = tonumber(ARGV[10]), ARGV[11] == '1'

if now < tonumber(ARGV[3]) then
  return {'NOT_OPEN'}
end
local last, joins, second, in_second = unpack(redis.call('HMGET', line, 'last', 'joins', 'second', 'in_second'))
if closed() or now >= tonumber(ARGV[4]) then
  return {'CLOSED'}
end

local function stay(e, ahead)
  e.polled = now
  e.told = interval(ahead, per_minute, jitter, least, usual, most)
end

local index = fans(fan)
local n = redis.call('HGET', index, fan)
local e = n and load(tonumber(n))
if e then
  lapse(e)
  local returns = e.state == ABANDONED and now < e.deadline
  if e.state == QUEUED or admitted(e) or returns then
    local outcome = 'SAME'
    if returns then
      come_back(e)
    end
    local ahead = e.state == QUEUED and redis.call('ZRANK', queue, member(e.n)) or 0
    if e.print ~= print then
      outcome = 'TAKEN_OVER'
      if admitted(e) then
        tell('SessionSuperseded', e)
        redis.call('DEL', access(e.n))
      end
      e.session, e.print, e.cleared = e.session + 1, print, false
    end
    e.cleared = e.cleared or cleared
    if e.state == QUEUED then
      if returns or outcome == 'TAKEN_OVER' then
        stay(e, ahead)
      end
      e.deadline = math.max(e.deadline, now + math.max(patience, 4 * e.told))
      redis.call('ZADD', alive, 'NX', e.deadline, member(e.n))
    end
    save(e)
    return answer(outcome, e, ahead, per_minute)
  end
end

local ahead = redis.call('ZCARD', queue)
e = {n = (tonumber(joins) or 0) + 1, state = QUEUED, reason = 0, session = 1, fan = fan, print = print,
  cleared = cleared}
e.score = math.max((tonumber(last) or 0) + 1, now_us)
stay(e, ahead)
e.deadline = now + math.max(patience, 4 * e.told)
redis.call('ZADD', queue, 'NX', e.score, member(e.n))
redis.call('ZADD', alive, e.deadline, member(e.n))
redis.call('HSET', index, fan, e.n)
save(e)

-- joins are told as one aggregate a second: a finished second goes out with the next join, or with tell-joins.lua
if second and second ~= time[1] then
  redis.call('XADD', outbox, '*', 'what', 'EntryJoined', 'second', second, 'joins', in_second, 'last', joins)
  in_second = 0
end
redis.call('HSET', line, 'last', e.score, 'joins', e.n, 'second', time[1], 'in_second', (tonumber(in_second) or 0) + 1)
return answer('NEW', e, ahead, per_minute)
