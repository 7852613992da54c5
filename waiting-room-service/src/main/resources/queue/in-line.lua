-- Whether a fan has a place that is not over; changes nothing.
-- ARGV: fan
local e = lookup(ARGV[1])
local there = e and (waiting(e) or can_return(e) or admitted(e) and now < e.deadline)
return {there and 1 or 0}
