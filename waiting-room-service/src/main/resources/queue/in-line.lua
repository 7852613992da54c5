-- Whether a fan has a place that is not over; changes nothing.
-- ARGV: fan
local n = redis.call('HGET', fans(ARGV[1]), ARGV[1])
local e = n and load(tonumber(n))
local there = e and (e.state == QUEUED or (admitted(e) or e.state == ABANDONED) and now < e.deadline)
return {there and 1 or 0}
