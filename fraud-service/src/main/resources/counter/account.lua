-- Counts what an account did and tells what is known of it. Invariants: what is heard twice counts once (its id is the member);
-- what happened before the window does not count, however late it is heard; no list grows without end.
-- KEYS: actions, devices, declined, confirmed, challenges, failed challenges, facts of one account (one slot)
-- ARGV: now (ms), which list gets an entry (0 none), its id, when (ms), device, address, account made at (ms), then for each
--       list how long it remembers (ms); empty for unknown
local now, which, at = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[4])
local device, address, made = ARGV[5], ARGV[6], ARGV[7]
local MOST, DEVICES, FACTS = 1000, 2, KEYS[7]
local reply = {}

local function add(key, member, remembered)
  if at > now - remembered then
    redis.call('ZADD', key, 'GT', at, member)
    redis.call('ZREMRANGEBYRANK', key, 0, -MOST - 1)
    redis.call('PEXPIRE', key, remembered)
  end
end

for i = 1, 6 do
  local remembered = tonumber(ARGV[7 + i])
  if i == which then
    add(KEYS[i], ARGV[3], remembered)
  elseif i == DEVICES and device ~= '' then
    add(KEYS[i], device, remembered)
  end
  redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', now - remembered)
  reply[i] = redis.call('ZCARD', KEYS[i])
end

for fact, value in pairs({device = device, address = address, made = made}) do
  if value ~= '' then
    redis.call('HSET', FACTS, fact, value)
    redis.call('PEXPIRE', FACTS, 172800000)
  end
end
for i, fact in ipairs(redis.call('HMGET', FACTS, 'device', 'address', 'made', 'decision', 'told')) do
  reply[6 + i] = fact or ''
end
return reply
