-- The fan takes up the admission: the lease becomes a session. Invariants: the session's time starts once, at the first claim,
-- and no later call or device prolongs it; only the entry's current session can claim.
-- Whoever is to be challenged and has not shown a clearance, now or when joining, has to show one first; the lease runs on.
-- ARGV: entry number, session number, session lasts (ms), 1 when no clearance is needed or one is shown
local e = load(tonumber(ARGV[1]))
if not e or e.session ~= tonumber(ARGV[2]) or lapse(e) or not admitted(e) then
  return {'NOT_ADMITTED'}
end
if e.state == LEASED and ARGV[4] ~= '1' and not e.cleared then
  return {'CHALLENGE'}
end
if e.state == LEASED then
  e.state = SHOPPING
  -- whole seconds, which is all that a JWT can say
  e.deadline = math.ceil((now + tonumber(ARGV[3])) / 1000) * 1000
  save(e)
  redis.call('ZADD', active, e.deadline, member(e.n))
  count_lease(true)
end
return {'CLAIMED', e.deadline, redis.call('GET', access(e.n)) or ''}
