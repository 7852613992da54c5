-- Reads which entry and session a fan has now; changes nothing.
-- ARGV: fan
local n = redis.call('HGET', fans(ARGV[1]), ARGV[1])
local e = n and load(tonumber(n))
if not e then
  return {0, 0}
end
return {e.n, e.session}
