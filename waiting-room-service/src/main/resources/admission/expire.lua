-- Ends leases and sessions whose time is up. Invariants: the place is free at once; a fan who claimed in time is not ended by
-- the lease (the record's deadline decides, not the index).
-- ARGV: at most so many
local ended = 0
for _, m in ipairs(redis.call('ZRANGE', active, '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[1])) do
  local e = load(number(m))
  if lapse(e) then
    ended = ended + 1
  else
    redis.call('ZADD', active, e.deadline, m)
  end
end
return {ended}
