-- Lets the next fans in. Invariants: the order of scores, and never past the lobby's filled frontier; over any stretch of time all
-- instances together admit at most the rate plus one second's worth (the bucket lives here, so nobody needs to lead); leases and
-- sessions never exceed the places; nobody leaves the queue without a lease, unless silent for too long.
-- A server that took over since the line began may have lost changes: nobody is let in before that is looked into.
-- What an operator said of this event goes before what is configured, from the next look of any instance on. In mode AUTO the rate
-- is one of claims: of those let in some do not come, so each costs only as much of the bucket as fans do come.
-- ARGV: configured mode, rate per minute, places, lease (ms), at most so many, opens at (ms), abandoned after (ms), grace (ms)
local epoch, began_on, recovering, mode, most, tokens, refilled, no_show, served = unpack(redis.call('HMGET', line, 'epoch',
  'server', 'recovering', 'mode', 'places', 'tokens', 'refilled', 'no_show', 'served'))
if not epoch or began_on and began_on ~= server() then
  return {'NO_LINE'}
end
mode = mode or ARGV[1]
local places = tonumber(most or ARGV[3])
local per_minute = mode == 'PAUSED' and 0 or pace(ARGV[2])
local cost = mode == 'AUTO' and 1 - math.min(0.5, tonumber(no_show) or 0) or 1
local lobby_n, opened, filled = close_lobby(tonumber(ARGV[6]))
local standing = redis.call('ZCARD', queue)
-- those who may be popped: not past the draw's frontier, not while fans come back after a loss
local ready = standing
if lobby_n and filled < lobby_n then
  ready = redis.call('ZCOUNT', queue, '-inf', string.format('(%.0f', opened + filled))
end
if now < (tonumber(recovering) or 0) or closed() then
  ready = 0
end
-- whoever was told to come back later than the lease lasts, in the lobby for one, finds it when coming as told
local function lease_of(e)
  local lease = tonumber(ARGV[4])
  return math.max(lease, fine(e.told + 1) - silent(e) + math.floor(lease / 2))
end
local taken = redis.call('ZCARD', active)
local fans, absent = {}, 0
served = tonumber(served) or 0
if ready > 0 and per_minute > 0 then
  local burst = math.max(1, per_minute / 60)
  local since = math.max(0, now_us - (tonumber(refilled) or 0))
  tokens = math.min(burst, (tonumber(tokens) or burst) + since * per_minute / 60000000)
  local let_in = math.max(0, math.min(math.floor(tokens / cost), places - taken, tonumber(ARGV[5])))
  local looks = 10 * tonumber(ARGV[5])
  while let_in > 0 and ready > 0 and looks > 0 do
    local popped = redis.call('ZPOPMIN', queue, math.min(let_in, ready, looks))
    for i = 1, #popped, 2 do
      local e = load(number(popped[i]))
      e.score = tonumber(popped[i + 1])
      served = math.max(served, e.score)
      if gone(e, tonumber(ARGV[7])) then
        e.state, e.reason, e.deadline = ABANDONED, NOT_POLLING, now + tonumber(ARGV[8])
        save(e)
        tell('EntryAbandoned', e)
        absent = absent + 1
      else
        e.state, e.reason, e.deadline = LEASED, 0, now + lease_of(e)
        save(e)
        redis.call('ZADD', active, e.deadline, popped[i])
        tell('EntryAdmitted', e)
        redis.call('HSET', line, 'serving', e.n)
        fans[#fans + 1] = e.n
        fans[#fans + 1] = now_us - e.score
        let_in, tokens, taken = let_in - 1, tokens - cost, taken + 1
      end
      standing, ready, looks = standing - 1, ready - 1, looks - 1
    end
  end
  redis.call('HSET', line, 'tokens', tokens, 'refilled', now_us, 'served', served)
  redis.call('HINCRBY', line, 'admitted', #fans / 2)
end
-- waiting, places taken, messages to tell, silent ones passed over, participants and frontier of the lobby (-1: it is open, or
-- there is none), then of each admitted fan the join number and the microseconds waited
return {'LOOKED', standing, taken, redis.call('XLEN', outbox), absent, lobby_n or -1, filled or -1, size(), unpack(fans)}
