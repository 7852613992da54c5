-- Tells where some entries stand whose fans keep a stream open. Invariants: an open stream is as good as polling as told: it never
-- moves anybody, keeps the place, and takes an abandoned one up again within its grace; it admits and claims nothing.
-- ARGV: opens at (ms), configured rate per minute, then of each entry: number, session number, fan
local lobby_n, opened, filled = close_lobby(tonumber(ARGV[1]))
local per_minute, why = pace(ARGV[2]), closed()

local function look(n, session, fan)
  local e = load(n)
  if not e or e.fan ~= fan or session > e.session then
    return {'UNKNOWN'}
  end
  if session < e.session then
    return answer('SUPERSEDED', e, 0, per_minute)
  end
  lapse(e)
  local returned = can_return(e) and not why
  if returned then
    come_back(e)
  end
  if not waiting(e) then
    return answer('KNOWN', e, 0, per_minute)
  end
  if returned or silent(e) >= fine(e.told) then
    seen(e)
    save(e)
  end
  return answer('KNOWN', e, e.state == QUEUED and rank(e, lobby_n, opened, filled) or -1, per_minute)
end

local replies = {}
for i = 3, #ARGV, 3 do
  replies[#replies + 1] = look(tonumber(ARGV[i]), tonumber(ARGV[i + 1]), ARGV[i + 2])
end
return {'DONE', replies}
