-- Brings back a fan whose genuine token speaks of more than Redis knows: an entry that was lost, or whose number is another fan's
-- now, or whose session had been raised.
-- Invariants: the fan stands at the score (or join index) of the token, or behind nobody who joined later; a fan has at most one
-- entry that is not over, the one further ahead; whoever was admitted before the loss has the same session again, once, and not
-- when it is known to be over; a number is never two fans', and neither it nor the score is given out again.
-- ARGV: entry number, session number, fan, device-and-secret print, 1 when the place is a join index, the place, draw position
--       (-1: unknown), state and reason in which the entry is known to have ended (0: not known; state -1: superseded), lease (ms),
--       session lasts (ms), opens at (ms), configured rate per minute, jitter 0..1, poll least, usual, most (ms), poll budget (a
--       second)
local epoch, joins, last, lobby_joins, lost_at, served, over =
  unpack(redis.call('HMGET', line, 'epoch', 'joins', 'last', 'lobby_joins', 'lost_at', 'served_before', 'over_before'))
if not epoch then
  return {'NO_LINE'}
end
local n, session, fan, print = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3], ARGV[4]
local in_lobby, place, position = ARGV[5] == '1', tonumber(ARGV[6]), tonumber(ARGV[7])
local over_state, over_reason = tonumber(ARGV[8]), tonumber(ARGV[9])
local lease, lasts, opens, per_minute = tonumber(ARGV[10]), tonumber(ARGV[11]), tonumber(ARGV[12]), pace(ARGV[13])
local jitter, least, usual, most, budget =
  tonumber(ARGV[14]), tonumber(ARGV[15]), tonumber(ARGV[16]), tonumber(ARGV[17]), tonumber(ARGV[18])
joins, lobby_joins = tonumber(joins) or 0, tonumber(lobby_joins) or 0

local there = load(n)
if there and there.fan == fan then
  if over_state ~= 0 and session == there.session and admitted(there) then
    if over_state < 0 then
      return answer('SUPERSEDED', there, 0, per_minute)
    end
    finish(there, over_state, over_reason)
    tell('SessionEnded', there)
  elseif session > there.session then
    if admitted(there) then
      tell('SessionSuperseded', there)
      redis.call('DEL', access(n))
    end
    there.session, there.print, there.cleared = session, print, false
    save(there)
  end
  return {'THERE'}
end
if over_state < 0 then
  return answer('SUPERSEDED', {n = n, session = session, score = place, state = LEFT, reason = 0, told = coarse(most)}, 0, per_minute)
end

local lobby_n, opened, filled = close_lobby(opens)
-- where the token's place is: at a score, or at a join index of the lobby
local score, index
if not in_lobby then
  score = place
elseif not lobby_n then
  index = place
elseif place >= lobby_n then
  -- behind the lobby and before all late comers there is one score: its fans stand in the order of their numbers
  score = opened + lobby_n
elseif position >= 0 and position < filled then
  score = opened + position
elseif position < 0 and filled > 0 then
  return {'NOT_DRAWN'}
else
  index = place
end
if index and (not lobby_n and index >= lobby_joins or redis.call('ZCOUNT', lobby, index, index) > 0) then
  -- another fan's, now or soon: before the draw one index is as good as another, after it behind the lobby is what is left
  score = lobby_n and opened + lobby_n or nil
  index = not lobby_n and lobby_joins or nil
end

-- places of both kinds on one scale
local function on_scale(at_index, at)
  return at_index and (opened or 9000000000000000) + at or at
end

local function is_in_lobby(e)
  return e.state == LOBBY or e.state == LOBBY_ABANDONED
end

local admitted_before = score ~= nil and score <= (tonumber(served) or 0)
local had_time = admitted_before and (score <= (tonumber(over) or 0) or now >= tonumber(lost_at) + lease + lasts)
local is_over = over_state > 0 or had_time

-- the fan may have joined anew, or been given another number before
local other, alive = lookup(fan), false
if other then
  lapse(other)
  score_of(other)
  alive = waiting(other) or admitted(other) or can_return(other)
  local ours = score or on_scale(true, lobby_n and position >= 0 and position or place)
  local theirs = on_scale(is_in_lobby(other), other.score)
  if theirs == ours or alive and not is_over and (admitted(other) or theirs < ours) then
    if other.print ~= print then
      return answer('SUPERSEDED', other, 0, per_minute)
    end
    return {'INSTEAD', other.n, other.session, is_in_lobby(other) and 1 or 0, other.score}
  end
  if alive and not is_over then
    local told = waiting(other)
    redis.call('ZREM', queue, member(other.n))
    redis.call('ZREM', lobby, member(other.n))
    if other.state == LOBBY_ABANDONED then
      redis.call('HINCRBY', line, 'lobby_gone', -1)
    end
    other.session, other.state, other.reason = other.session + 1, LEFT, LEFT_BY_FAN
    save(other)
    if told then
      tell('EntryAbandoned', other)
    end
  end
end

if there then
  joins = joins + 1
  n = joins
end
local e = {n = n, session = session, fan = fan, print = print, cleared = false, reason = 0, score = score or index}
local ahead = 0
if over_state > 0 then
  e.state, e.reason = over_state, over_reason
  if over_reason == PURCHASED then
    -- known from the seats' owner; the others may not have heard it from us
    tell('SessionEnded', e)
  end
elseif had_time then
  e.state, e.reason = EXPIRED, ACCESS_EXPIRED
elseif admitted_before then
  e.state, e.deadline = LEASED, now + lease
  redis.call('ZADD', active, e.deadline, member(n))
elseif score then
  e.state = QUEUED
  redis.call('ZADD', queue, 'NX', score, member(n))
  ahead = rank(e, lobby_n, opened, filled)
else
  e.state, ahead = LOBBY, -1
  redis.call('ZADD', lobby, 'NX', index, member(n))
  if not lobby_n and index == lobby_joins then
    redis.call('RPUSH', 'leaves:' .. tag, fan)
    redis.call('HSET', line, 'lobby_joins', lobby_joins + 1)
  end
end
if e.state == LOBBY then
  polled(e, lobby_n and undrawn_interval(opened, least, most, budget)
    or lobby_interval(e, opens, jitter, least, usual, most, budget))
else
  polled(e, interval(ahead, per_minute, jitter, least, usual, most))
end
save(e)
if not (is_over and alive) then
  remember(e)
end
redis.call('HSET', line, 'joins', math.max(joins, n))
if score then
  redis.call('HSET', line, 'last', math.max(tonumber(redis.call('HGET', line, 'last')) or 0, score))
end
-- the sweep has passed the oldest numbers for good; this one stands among them again
local first = math.floor(n / PER_KEY)
if first < (tonumber(redis.call('HGET', line, 'sweep_from')) or 0) then
  redis.call('HSET', line, 'sweep_from', first)
end
return answer('RESTORED', e, ahead, per_minute)
