-- The fan leaves. Invariants: the place in the line, or on the site, is free at once; only the entry's current session can
-- leave; leaving again, or after the end, changes nothing.
-- ARGV: entry number, session number, fan
local e = load(tonumber(ARGV[1]))
if not e or e.fan ~= ARGV[3] or e.session < tonumber(ARGV[2]) then
  return {'UNKNOWN'}
end
if e.session > tonumber(ARGV[2]) then
  return {'NOTHING'}
end
lapse(e)
if admitted(e) then
  if e.state == LEASED then
    count_lease(false)
  end
  finish(e, LEFT, LEFT_BY_FAN)
  tell('SessionEnded', e)
elseif waiting(e) or can_return(e) then
  local told = waiting(e)
  score_of(e)
  redis.call('ZREM', queue, member(e.n))
  redis.call('ZREM', lobby, member(e.n))
  if e.state == LOBBY_ABANDONED then
    redis.call('HINCRBY', line, 'lobby_gone', -1)
  end
  e.state, e.reason = LEFT, LEFT_BY_FAN
  save(e)
  if told then
    tell('EntryAbandoned', e)
  end
else
  return {'NOTHING'}
end
return {'LEFT'}
