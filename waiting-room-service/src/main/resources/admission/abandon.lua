-- Takes those out of the line who stopped polling. Invariants: whoever polled in time stays (polls write the record's deadline,
-- not the index, so a stale index entry is put right here); score and number stay known for the grace.
-- ARGV: at most so many, grace (ms)
local gone = 0
for _, m in ipairs(redis.call('ZRANGE', alive, '-inf', now, 'BYSCORE', 'LIMIT', 0, ARGV[1])) do
  local e = load(number(m))
  if e.state == QUEUED and e.deadline > now then
    redis.call('ZADD', alive, e.deadline, m)
  else
    redis.call('ZREM', alive, m)
    if e.state == QUEUED then
      redis.call('ZREM', queue, m)
      e.state, e.reason, e.deadline = ABANDONED, NOT_POLLING, now + tonumber(ARGV[2])
      save(e)
      tell('EntryAbandoned', e)
      gone = gone + 1
    end
  end
end
return {gone}
