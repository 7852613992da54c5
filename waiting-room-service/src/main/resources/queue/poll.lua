-- Tells fans where their entries stand, and notes that they are still there; many in one call, each as if it came alone.
-- Invariants: a poll never moves anybody; one that comes too soon changes nothing; an abandoned entry polled within its grace
-- stands at the same score again; the session of an older device learns only that it is superseded; a number that is another fan's
-- now tells nothing.
-- ARGV: opens at (ms), configured rate per minute, poll least, usual, most (ms), poll budget (a second); then of each entry: number, session number, fan,
--       jitter 0..1, draw position (-1: unknown, or not from the lobby)
local opens, per_minute = tonumber(ARGV[1]), pace(ARGV[2])
local least, usual, most, budget = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local lobby_n, opened, filled = close_lobby(opens)
local why, standing = closed(), size()

local function told(outcome, e, ahead)
  return answer(outcome, e, ahead, per_minute, standing)
end

local function poll(n, session, fan, jitter, position)
  local e = load(n)
  if not e or e.fan ~= fan or session > e.session then
    return {'UNKNOWN'}
  end
  if session < e.session then
    return told('SUPERSEDED', e, 0)
  end
  lapse(e)
  local returned = can_return(e)
  if why and returned then
    if e.state == LOBBY_ABANDONED then
      redis.call('HINCRBY', line, 'lobby_gone', -1)
      redis.call('ZREM', lobby, member(e.n))
    end
    e.state, e.reason = EXPIRED, why
    save(e)
    tell('EntryExpired', e)
  elseif returned then
    come_back(e)
    standing = standing + 1
  end
  if not waiting(e) then
    return told('KNOWN', e, 0)
  end
  local left = fine(e.told) / 2 - silent(e)
  if not returned and left > UNIT then
    return {'TOO_SOON', math.ceil(left)}
  end
  local ahead, after = -1, nil
  if e.state == QUEUED then
    ahead = rank(e, lobby_n, opened, filled)
  elseif lobby_n and position >= 0 then
    -- not moved yet: ahead are those whom the frontier has passed, and at most all between it and this fan
    ahead = redis.call('ZCOUNT', queue, '-inf', string.format('(%.0f', opened + filled)) + math.max(0, position - filled)
  end
  if ahead >= 0 then
    after = interval(ahead, per_minute, jitter, least, usual, most)
  elseif lobby_n then
    -- the draw is being held
    after = undrawn_interval(opened, least, most, budget)
  else
    after = lobby_interval(e, opens, jitter, least, usual, most, budget)
  end
  polled(e, after)
  save(e)
  return told('KNOWN', e, ahead)
end

local replies = {}
for i = 7, #ARGV, 5 do
  replies[#replies + 1] =
    poll(tonumber(ARGV[i]), tonumber(ARGV[i + 1]), ARGV[i + 2], tonumber(ARGV[i + 3]), tonumber(ARGV[i + 4]))
end
return {'DONE', replies}
