-- Reads what must outlive Redis of the line. Invariant: nothing of the line changes; 1024 bytes of used presale codes are read
-- again until PostgreSQL has exactly what is here.
-- ARGV: pairs of such a piece's number and how many codes of it were used when it was written down
for i = 1, #ARGV, 2 do
  local from = tonumber(ARGV[i]) * 1024
  if redis.call('BITCOUNT', 'presale-used:' .. tag, from, from + 1023) == tonumber(ARGV[i + 1]) then
    redis.call('SREM', 'presale-marks:' .. tag, ARGV[i])
  end
end
local epoch, began_on, joins, last, lobby_joins, lobby_n, opened, filled, served, serving, sold, sold_at, recovering =
  unpack(redis.call('HMGET', line, 'epoch', 'server', 'joins', 'last', 'lobby_joins', 'lobby_n', 'opened', 'filled', 'served',
    'serving', 'sold', 'sold_at', 'recovering'))
if not epoch or began_on and began_on ~= server() then
  return {'NO_LINE'}
end
local pieces = {}
for _, piece in ipairs(redis.call('SRANDMEMBER', 'presale-marks:' .. tag, 16)) do
  pieces[#pieces + 1] = piece
  pieces[#pieces + 1] = redis.call('GETRANGE', 'presale-used:' .. tag, piece * 1024, piece * 1024 + 1023)
end
return {'MARKS', epoch, joins or 0, last or 0, lobby_joins or 0, lobby_n or -1, opened or 0, filled or 0, served or 0,
  serving or 0, sold == '1' and 1 or 0, sold_at or 0, now < (tonumber(recovering) or 0) and 1 or 0, pieces}
