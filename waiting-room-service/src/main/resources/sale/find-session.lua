-- Reads which entry and session a fan has now; changes nothing.
-- ARGV: fan
local e = lookup(ARGV[1])
if not e then
  return {0, 0}
end
return {e.n, e.session}
