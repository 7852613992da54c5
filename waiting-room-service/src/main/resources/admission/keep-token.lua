-- Keeps the access token of a session. Invariant: the first one kept is the one that every call answers, while the session lasts.
-- ARGV: entry number, session number, token
local e = load(tonumber(ARGV[1]))
if not e or e.session ~= tonumber(ARGV[2]) or e.state ~= SHOPPING or e.deadline <= now then
  return {'NOT_ADMITTED'}
end
redis.call('SET', access(e.n), ARGV[3], 'NX', 'PXAT', e.deadline)
return {'KEPT', redis.call('GET', access(e.n))}
