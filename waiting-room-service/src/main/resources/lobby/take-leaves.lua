-- Hands over who joined the lobby, in order of join index, from the first that is not written down yet; forgets those that are.
-- Invariants: the list holds the last join indexes, so its first is lobby_joins less its length, whatever was trimmed, and running
-- again with the same count changes nothing; a join index that was written down is never given out again, and a lobby that was
-- noted as closed is closed as it was noted, whatever Redis lost. Indexes between those written down and the list (whose list was
-- lost) are looked up among those who came back, once the time for that has passed; 16 zero bytes stand for nobody.
-- ARGV: leaves written down, at most so many, opens at (ms), participants and opening (microseconds) as noted (-1: not closed yet)
local epoch, recovering, joins, closed_n, closed_at =
  unpack(redis.call('HMGET', line, 'epoch', 'recovering', 'lobby_joins', 'lobby_n', 'opened'))
if not epoch then
  return {'NO_LINE'}
end
local leaves, back, nobody = 'leaves:' .. tag, 'leaves-back:' .. tag, string.rep('\0', 16)
local written, most, opens = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local noted_n, noted_opened = tonumber(ARGV[4]), tonumber(ARGV[5])
local least = math.max(written, noted_n)
if (tonumber(joins) or 0) < least or not joins and now >= opens then
  -- nobody came, or Redis lost it
  redis.call('HSET', line, 'lobby_joins', least)
end
if noted_n >= 0 and (tonumber(closed_n) ~= noted_n or tonumber(closed_at) ~= noted_opened) then
  redis.call('HSET', line, 'lobby_n', noted_n, 'opened', noted_opened, 'filled', 0,
    'last', math.max(tonumber(redis.call('HGET', line, 'last')) or 0, noted_opened + noted_n))
end
local n, opened, filled = close_lobby(opens)
-- a closed lobby has no more of them, however many were left out after a loss
joins = n or tonumber(redis.call('HGET', line, 'lobby_joins')) or 0
local base = joins - redis.call('LLEN', leaves)
if written > base then
  redis.call('LTRIM', leaves, written - base, -1)
  base = written
end
local fans = {}
local returned = now >= (tonumber(recovering) or 0)
if written == base then
  fans = redis.call('LRANGE', leaves, 0, most - 1)
  if returned then
    redis.call('UNLINK', back)
  end
elseif returned then
  local indexes = {}
  for i = written, math.min(base, written + most) - 1 do
    indexes[#indexes + 1] = i
  end
  fans = redis.call('HMGET', back, unpack(indexes))
  local standing = redis.call('ZRANGE', lobby, written, indexes[#indexes], 'BYSCORE', 'WITHSCORES')
  for i = 1, #standing, 2 do
    fans[tonumber(standing[i + 1]) - written + 1] = load(number(standing[i])).fan
  end
  for i = 1, #fans do
    fans[i] = fans[i] or nobody
  end
end
return {'TAKEN', joins, n or -1, opened or -1, filled or -1, fans}
