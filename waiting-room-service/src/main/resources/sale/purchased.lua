-- The fan bought: the session is over. Invariants: the place is free at once and once; hearing it again changes nothing; one
-- whose time was up while paying still counts as a buyer.
-- ARGV: entry number, session number
local e = load(tonumber(ARGV[1]))
if not e or e.session ~= tonumber(ARGV[2]) then
  return {'NOTHING'}
end
lapse(e)
if admitted(e) then
  finish(e, LEFT, PURCHASED)
  tell('SessionEnded', e)
  return {'ENDED'}
end
if e.state == EXPIRED and e.reason == ACCESS_EXPIRED then
  e.state, e.reason = LEFT, PURCHASED
  save(e)
end
return {'NOTHING'}
