-- Gives fans places, or the places they have already; of many fans in one call, each as if it came alone, in this order.
-- Invariants: a fan has at most one entry that is not over; scores strictly increase in the order of execution, so whoever was
-- answered first stands in front; joining again never moves anybody; a second device or secret takes over the place, raises the
-- session number and thereby ends what the first one could do; a presale code makes one entry.
-- ARGV: opens at, closes at, lobby opens at (= opens at: no lobby), presale begins at (0: none) (ms), configured rate per minute,
--       poll least, usual, most (ms), poll budget (a second); then of each fan: fan, device-and-secret print, 1 when a clearance was shown, serial of a
--       genuine presale code (-1: none, -2: one that is not genuine), jitter 0..1
local opens, closes, lobby_opens, presale = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local least, usual, most, budget = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])
local epoch, began_on, second, in_second = unpack(redis.call('HMGET', line, 'epoch', 'server', 'second', 'in_second'))
-- a server that took over may lack the last joins: looked at once a second, and a takeover takes longer
if not epoch or began_on and second ~= time[1] and began_on ~= server() then
  return {'NO_LINE'}
end
local per_minute = pace(ARGV[5])
local lobby_n, opened, filled = close_lobby(opens)
local over = closed() or now >= closes
local last, joins, lobby_joins = unpack(redis.call('HMGET', line, 'last', 'joins', 'lobby_joins'))
last, joins, lobby_joins = tonumber(last) or 0, tonumber(joins) or 0, tonumber(lobby_joins) or 0
local before, standing = joins, size()

local function next_poll(e, ahead, jitter)
  if e.state == LOBBY and lobby_n then
    polled(e, undrawn_interval(opened, least, most, budget))
  elseif e.state == LOBBY then
    polled(e, lobby_interval(e, opens, jitter, least, usual, most, budget))
  else
    polled(e, interval(ahead, per_minute, jitter, least, usual, most))
  end
end

local function again(e, print, cleared, jitter)
  local outcome = 'SAME'
  local returns = can_return(e)
  if returns then
    come_back(e)
    standing = standing + 1
  end
  local ahead = e.state == QUEUED and rank(e, lobby_n, opened, filled) or e.state == LOBBY and -1 or 0
  if e.print ~= print then
    outcome = 'TAKEN_OVER'
    if admitted(e) then
      tell('SessionSuperseded', e)
      redis.call('DEL', access(e.n))
    end
    e.session, e.print, e.cleared = e.session + 1, print, false
  end
  e.cleared = e.cleared or cleared
  if waiting(e) and (returns or outcome == 'TAKEN_OVER' or silent(e) >= fine(e.told) / 2) then
    -- as good a sign of life as a poll that is due
    next_poll(e, ahead, jitter)
  elseif waiting(e) then
    e.after = fine(e.told) - silent(e)
  end
  save(e)
  return answer(outcome, e, ahead, per_minute, standing)
end

local function join(fan, print, cleared, serial, jitter)
  if over then
    return {'CLOSED'}
  end
  local with_code = serial ~= -1 and presale > 0 and now >= presale and now < opens
  local old, key, field = lookup(fan)
  if old then
    lapse(old)
    local from_lobby = old.state == LOBBY or old.state == LOBBY_ABANDONED
    if (waiting(old) or admitted(old) or can_return(old)) and not (with_code and from_lobby) then
      return again(old, print, cleared, jitter)
    end
  end

  local into_lobby = false
  if now < opens and not with_code then
    -- a lobby that was closed stays closed, also where the opening was put off since
    if lobby_n or now < lobby_opens or lobby_opens >= opens then
      return {presale > 0 and now >= presale and 'CODE_REQUIRED' or 'NOT_OPEN'}
    end
    into_lobby = true
  end
  if with_code and serial < 0 then
    return {'CODE_INVALID'}
  end
  if with_code and redis.call('SETBIT', 'presale-used:' .. tag, serial, 1) == 1 then
    return {'CODE_USED'}
  end
  if with_code then
    redis.call('SADD', 'presale-marks:' .. tag, math.floor(serial / 8192))
  end
  if old and (waiting(old) or can_return(old)) then
    -- a code leads out of the lobby into the line ahead of it
    local told = not waiting(old)
    score_of(old)
    if old.state == LOBBY_ABANDONED then
      redis.call('HINCRBY', line, 'lobby_gone', -1)
    end
    redis.call('ZREM', lobby, member(old.n))
    old.state, old.reason = LEFT, LEFT_BY_FAN
    save(old)
    if not told then
      tell('EntryAbandoned', old)
      standing = standing - 1
    end
  elseif old and old.deadline > 0 and (old.state == ABANDONED or old.state == LOBBY_ABANDONED) then
    -- too late to return, also for a clock that is behind this one
    old.deadline = 0
    save(old)
  end

  joins = joins + 1
  local e = {n = joins, state = into_lobby and LOBBY or QUEUED, reason = 0, session = 1, fan = fan, print = print,
    cleared = cleared}
  local ahead, score = -1, lobby_joins
  if into_lobby then
    redis.call('ZADD', lobby, 'NX', lobby_joins, member(e.n))
    redis.call('RPUSH', 'leaves:' .. tag, fan)
    lobby_joins = lobby_joins + 1
    redis.call('HSET', line, 'lobby_joins', lobby_joins)
  else
    -- the lobby stands behind the presale, and before late comers
    ahead = with_code and not lobby_n and redis.call('ZCARD', queue) or standing
    last = math.max(last + 1, now_us)
    score = last
    redis.call('ZADD', queue, 'NX', last, member(e.n))
  end
  next_poll(e, ahead, jitter)
  save(e)
  remember(e, key, field)
  standing = standing + 1
  return answer('NEW', e, ahead, per_minute, standing, score)
end

local replies = {}
for i = 10, #ARGV, 5 do
  replies[#replies + 1] = join(ARGV[i], ARGV[i + 1], ARGV[i + 2] == '1', tonumber(ARGV[i + 3]), tonumber(ARGV[i + 4]))
end
if joins > before then
  -- joins are told as one aggregate a second: a finished second goes out with the next join, or with tell-joins.lua
  if second and second ~= time[1] then
    redis.call('XADD', outbox, '*', 'what', 'EntryJoined', 'second', second, 'joins', in_second, 'last', before)
    in_second = 0
  end
  redis.call('HSET', line, 'last', last, 'joins', joins, 'second', time[1], 'in_second',
    (tonumber(in_second) or 0) + joins - before)
end
return {'DONE', replies}
