-- Takes one attempt at a challenge. Invariants: a solution works once, whoever sends it at the same time; nothing works after
-- the last try or the end of the time.
-- KEYS: the challenge   ARGV: 1 right | 0 wrong, tries at most, now (ms)
local challenge = KEYS[1]
local expires, used, tries = unpack(redis.call('HMGET', challenge, 'expires', 'used', 'tries'))
tries = tonumber(tries) or 0
if not expires or used or tonumber(ARGV[3]) >= tonumber(expires) or tries >= tonumber(ARGV[2]) then
  return {'OVER', tries}
end
if ARGV[1] == '1' then
  redis.call('HSET', challenge, 'used', 1)
  return {'SOLVED', tries}
end
return {'WRONG', redis.call('HINCRBY', challenge, 'tries', 1)}
