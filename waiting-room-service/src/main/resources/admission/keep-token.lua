-- Keeps the access token of a session. Invariant: the first one kept, or the first that replaced it, is the one that every call
-- answers, while the session lasts.
-- ARGV: entry number, session number, token, the token that it replaces (empty: none)
local e = load(tonumber(ARGV[1]))
if not e or e.session ~= tonumber(ARGV[2]) or e.state ~= SHOPPING or e.deadline <= now then
  return {'NOT_ADMITTED'}
end
local kept = redis.call('GET', access(e.n))
if not kept or kept == ARGV[4] then
  kept = ARGV[3]
  redis.call('SET', access(e.n), kept, 'PXAT', e.deadline)
end
return {'KEPT', kept}
