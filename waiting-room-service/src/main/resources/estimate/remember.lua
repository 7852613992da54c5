-- Remembers what a fan of the sample was told, for the fan's turn; the latest word counts. Invariant: never more than so many.
-- ARGV: entry number, what was told (without the moment), at most so many
local told = 'told:' .. tag
if redis.call('HLEN', told) < tonumber(ARGV[3]) or redis.call('HEXISTS', told, ARGV[1]) == 1 then
  redis.call('HSET', told, ARGV[1], string.format('%.0f %s', now, ARGV[2]))
end
return {}
