-- Brings back which presale codes were used. Invariant: a code that was used here or there stays used.
-- ARGV: pairs of a piece's number and its bytes (at most 1024)
local used = 'presale-used:' .. tag
for i = 1, #ARGV, 2 do
  local from, bytes = tonumber(ARGV[i]) * 1024, ARGV[i + 1]
  local here = redis.call('GETRANGE', used, from, from + #bytes - 1)
  local both = {}
  for k = 1, #bytes do
    both[k] = string.char(bit.bor(string.byte(bytes, k), string.byte(here, k) or 0))
  end
  if #both > 0 then
    redis.call('SETRANGE', used, from, table.concat(both))
  end
end
return {'RESTORED'}
