-- Tells a fan where the entry stands, and notes that the fan is still there.
-- Invariants: a poll never moves anybody; one that comes too soon changes nothing; an abandoned entry polled within its grace
-- stands at the same score again; the session of an older device learns only that it is superseded.
-- ARGV: entry number, session number, configured rate per minute, jitter 0..1, poll least, usual, most (ms), abandoned after (ms)
local e = load(tonumber(ARGV[1]))
local session = tonumber(ARGV[2])
local per_minute = pace(ARGV[3])
if not e or session > e.session then
  return {'UNKNOWN'}
end
if session < e.session then
  return answer('SUPERSEDED', e, 0, per_minute)
end
lapse(e)
if e.state == ABANDONED and now < e.deadline then
  local why = closed()
  if why then
    e.state, e.reason = EXPIRED, why
    save(e)
    tell('EntryExpired', e)
  else
    come_back(e)
    e.polled = 0
  end
end
if e.state ~= QUEUED then
  return answer('KNOWN', e, 0, per_minute)
end
local next = e.polled + e.told / 2
if now < next then
  return {'TOO_SOON', math.ceil(next - now)}
end
local ahead = redis.call('ZRANK', queue, member(e.n))
e.polled = now
e.told = interval(ahead, per_minute, tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7]))
e.deadline = now + math.max(tonumber(ARGV[8]), 4 * e.told)
save(e)
redis.call('ZADD', alive, 'NX', e.deadline, member(e.n))
return answer('KNOWN', e, ahead, per_minute)
