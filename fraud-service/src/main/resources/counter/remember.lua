-- Keeps the verdict that stands beside the counters. Invariant: the one told last counts, whoever writes last.
-- KEYS: facts of the account   ARGV: decision, told at (ms), kept (ms)
local told = redis.call('HGET', KEYS[1], 'told')
if told and tonumber(told) > tonumber(ARGV[2]) then
  return 0
end
redis.call('HSET', KEYS[1], 'decision', ARGV[1], 'told', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
