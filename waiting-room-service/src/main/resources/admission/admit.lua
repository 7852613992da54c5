-- Lets the next fans in. Invariants: the order of scores; over any stretch of time all instances together admit at most the
-- rate plus one second's worth (the bucket lives here, so nobody needs to lead); leases and sessions never exceed the places;
-- nobody leaves the queue without a lease, since both happen in this one step.
-- What an operator said of this event goes before what is configured, from the next look of any instance on.
-- ARGV: configured mode, rate per minute, places, lease (ms), at most so many
local mode, manual, most = unpack(redis.call('HMGET', line, 'mode', 'rate', 'places'))
mode = mode or ARGV[1]
local places = tonumber(most or ARGV[3])
local per_minute = mode == 'PAUSED' and 0 or mode == 'MANUAL' and tonumber(manual) or tonumber(ARGV[2])
local waiting = redis.call('ZCARD', queue)
local taken = redis.call('ZCARD', active)
local reply = {}
local tokens, refilled = unpack(redis.call('HMGET', line, 'tokens', 'refilled'))
if waiting > 0 and per_minute > 0 and not closed() then
  local burst = math.max(1, per_minute / 60)
  local since = math.max(0, now_us - (tonumber(refilled) or 0))
  tokens = math.min(burst, (tonumber(tokens) or burst) + since * per_minute / 60000000)
  local let_in = math.min(math.floor(tokens), places - taken, waiting, tonumber(ARGV[5]))
  if let_in > 0 then
    local popped = redis.call('ZPOPMIN', queue, let_in)
    for i = 1, #popped, 2 do
      local e = load(number(popped[i]))
      e.state, e.reason, e.deadline = LEASED, 0, now + tonumber(ARGV[4])
      save(e)
      redis.call('ZREM', alive, popped[i])
      redis.call('ZADD', active, e.deadline, popped[i])
      tell('EntryAdmitted', e)
      redis.call('HSET', line, 'serving', e.n)
      reply[#reply + 1] = e.n
      reply[#reply + 1] = now_us - e.score
    end
    waiting, taken = waiting - let_in, taken + let_in
  end
  redis.call('HSET', line, 'tokens', tokens - math.max(0, let_in), 'refilled', now_us)
end
-- {waiting, places taken, messages to tell, then of each admitted fan the join number and the microseconds waited}
return {waiting, taken, redis.call('XLEN', outbox), unpack(reply)}
