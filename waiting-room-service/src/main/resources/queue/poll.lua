-- Tells a fan where the entry stands, and notes that the fan is still there.
-- Invariants: a poll never moves anybody; one that comes too soon changes nothing; an abandoned entry polled within its grace
-- stands at the same score again; the session of an older device learns only that it is superseded; a number that is another fan's
-- now tells nothing.
-- ARGV: entry number, session number, fan, opens at (ms), configured rate per minute, jitter 0..1, poll least, usual, most (ms),
--       draw position (-1: unknown, or not from the lobby)
local e = load(tonumber(ARGV[1]))
local session = tonumber(ARGV[2])
local per_minute = pace(ARGV[5])
if not e or e.fan ~= ARGV[3] or session > e.session then
  return {'UNKNOWN'}
end
if session < e.session then
  return answer('SUPERSEDED', e, 0, per_minute)
end
local opens = tonumber(ARGV[4])
local lobby_n, opened, filled = close_lobby(opens)
lapse(e)
local returned = can_return(e)
if returned or waiting(e) then
  local why = closed()
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
  end
end
if not waiting(e) then
  return answer('KNOWN', e, 0, per_minute)
end
local left = fine(e.told) / 2 - silent(e)
if not returned and left > UNIT then
  return {'TOO_SOON', math.ceil(left)}
end
local ahead, after = -1, nil
local position = tonumber(ARGV[10])
if e.state == QUEUED then
  ahead = rank(e, lobby_n, opened, filled)
elseif lobby_n and position >= 0 then
  -- not moved yet: ahead are those whom the frontier has passed, and at most all between it and this fan
  ahead = redis.call('ZCOUNT', queue, '-inf', string.format('(%.0f', opened + filled)) + math.max(0, position - filled)
end
local jitter, least, usual, most = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])
if ahead >= 0 then
  after = interval(ahead, per_minute, jitter, least, usual, most)
elseif lobby_n then
  -- the draw is being held
  after = least
else
  after = lobby_interval(opens, jitter, usual, most)
end
polled(e, after)
save(e)
return answer('KNOWN', e, ahead, per_minute)
