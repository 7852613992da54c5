-- The fan leaves. Invariants: the place in the line, or on the site, is free at once; only the entry's current session can
-- leave; leaving again, or after the end, changes nothing.
-- ARGV: entry number, session number
local e = load(tonumber(ARGV[1]))
if not e or e.session ~= tonumber(ARGV[2]) then
  return {'NOTHING'}
end
lapse(e)
if admitted(e) then
  finish(e, LEFT, LEFT_BY_FAN)
  tell('SessionEnded', e)
elseif e.state == QUEUED or (e.state == ABANDONED and now < e.deadline) then
  local waiting = e.state == QUEUED
  redis.call('ZREM', queue, member(e.n))
  redis.call('ZREM', alive, member(e.n))
  e.state, e.reason = LEFT, LEFT_BY_FAN
  save(e)
  if waiting then
    tell('EntryAbandoned', e)
  end
else
  return {'NOTHING'}
end
return {'LEFT'}
