-- Lets a request pass, or not.
-- Invariant: of the requests that passed, no more than ARGV[1] lie within any stretch of ARGV[2] milliseconds,
-- whichever instance let them pass. Refused ones do not count.
-- KEYS[1] is a list of the times at which requests passed, youngest first, by the clock of this server.
-- Answers "passed:remaining:milliseconds until the oldest no longer counts".
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local limit = tonumber(ARGV[1])
local window = tonumber(ARGV[2])

local oldest = redis.call('LINDEX', KEYS[1], -1)
while oldest and tonumber(oldest) <= now - window do
  redis.call('RPOP', KEYS[1])
  oldest = redis.call('LINDEX', KEYS[1], -1)
end

local used = redis.call('LLEN', KEYS[1])
local passed = 0
if used < limit then
  redis.call('LPUSH', KEYS[1], string.format('%.0f', now))
  redis.call('PEXPIRE', KEYS[1], window)
  passed = 1
  used = used + 1
end
local reset = (oldest and tonumber(oldest) or now) + window - now
return string.format('%d:%d:%.0f', passed, math.max(0, limit - used), reset)
