-- What every script of the queue shares: the keys of one event, the record of one entry, and how changes are told.
--
-- KEYS[1] is queue:{<event>}. All other keys of the event carry the same hash tag and are derived from it, since a script learns
-- an entry's number, and with it the record's key, only while it runs; one tag means one slot, so a cluster serves them all.
--   queue:{e}       ZSET   those waiting: member = entry number (8 bytes), score = place (microseconds, strictly increasing)
--   alive:{e}       ZSET   those waiting, by when they count as gone (may be stale: the record's deadline decides)
--   active:{e}      ZSET   those admitted, by the end of their lease or session; its size is the number of taken places
--   entries:{e}:k   HASH   the records of entries 64k … 64k+63, small enough for a listpack
--   fans:{e}:k      HASH   fan (16 bytes) -> number of the fan's latest entry
--   access:{e}:n    STRING the access token of entry n's session
--   line:{e}        HASH   counters and flags of the whole line
--   outbox:{e}      STREAM what is still to be told
local tag = string.match(KEYS[1], '{.-}')
local queue, alive, active = KEYS[1], 'alive:' .. tag, 'active:' .. tag
local line, outbox = 'line:' .. tag, 'outbox:' .. tag

-- the clock of the queue is Redis's own
local time = redis.call('TIME')
local now_us = time[1] * 1000000 + time[2]
local now = math.floor(now_us / 1000)

local QUEUED, LEASED, SHOPPING, EXPIRED, ABANDONED, LEFT = 1, 2, 3, 4, 5, 6
local STATES = {'QUEUED', 'ADMITTED', 'ADMITTED', 'EXPIRED', 'ABANDONED', 'LEFT'}
local NOT_CLAIMED, ACCESS_EXPIRED, SOLD_OUT, NOT_POLLING, LEFT_BY_FAN, PURCHASED = 1, 2, 3, 4, 5, 6
local REASONS = {[0] = '', 'not-claimed', 'access-expired', 'sold-out', 'not-polling', 'left', 'purchased',
  'event-cancelled', 'event-postponed'}

-- state (+ 16 when the fan has shown a clearance), reason, session number, score, deadline, last poll (ms), poll interval told (ms), fan, device and secret: 60 bytes
local CLEARED = 16
local LAYOUT = '>BBI4I7I6I6I3c16c16'

local function member(n)
  return struct.pack('>I8', n)
end

local function number(m)
  return (struct.unpack('>I8', m))
end

local function records(n)
  return string.format('entries:%s:%.0f', tag, math.floor(n / 64))
end

local function load(n)
  local raw = redis.call('HGET', records(n), n % 64)
  if not raw then
    return nil
  end
  local e = {n = n}
  e.state, e.reason, e.session, e.score, e.deadline, e.polled, e.told, e.fan, e.print = struct.unpack(LAYOUT, raw)
  e.cleared = e.state >= CLEARED
  e.state = e.state % CLEARED
  return e
end

local function save(e)
  redis.call('HSET', records(e.n), e.n % 64,
    struct.pack(LAYOUT, e.state + (e.cleared and CLEARED or 0), e.reason, e.session, e.score, e.deadline, e.polled, e.told, e.fan, e.print))
end

local function fans(fan)
  local a, b, c = string.byte(fan, 14, 16)
  return string.format('fans:%s:%d', tag, (a % 2) * 65536 + b * 256 + c)
end

local function access(n)
  return string.format('access:%s:%.0f', tag, n)
end

-- told in the script that makes the change: a crash loses neither or both
local function tell(what, e)
  redis.call('XADD', outbox, '*', 'what', what, 'n', e.n, 'session', e.session, 'score', e.score, 'fan', e.fan,
    'reason', REASONS[e.reason])
end

local function admitted(e)
  return e.state == LEASED or e.state == SHOPPING
end

-- ends a lease or session and frees its place
local function finish(e, state, reason)
  redis.call('ZREM', active, member(e.n))
  redis.call('DEL', access(e.n))
  e.state, e.reason = state, reason
  save(e)
end

-- what time alone has ended, even where no sweep came by yet
local function lapse(e)
  if not admitted(e) or e.deadline > now then
    return false
  end
  if e.state == LEASED then
    finish(e, EXPIRED, NOT_CLAIMED)
  else
    finish(e, EXPIRED, ACCESS_EXPIRED)
    tell('SessionEnded', e)
  end
  tell('EntryExpired', e)
  return true
end

-- an abandoned entry whose fan is back in time stands where it stood
local function come_back(e)
  e.state, e.reason = QUEUED, 0
  redis.call('ZADD', queue, 'NX', e.score, member(e.n))
end

-- why nobody waits here any more: the reason of those sent home, or nil
local function closed()
  local sold, ended = unpack(redis.call('HMGET', line, 'sold', 'ended'))
  if ended and ended ~= '0' then
    return tonumber(ended)
  end
  return sold == '1' and SOLD_OUT or nil
end

-- how many a minute come in while the line is not paused: an operator's word, or what is configured
local function pace(configured)
  local mode, rate = unpack(redis.call('HMGET', line, 'mode', 'rate'))
  return mode == 'MANUAL' and tonumber(rate) or tonumber(configured)
end

-- how long until the next poll: little near the head, more the longer the wait, spread by the caller's jitter
local function interval(ahead, per_minute, jitter, least, usual, most)
  local wait = ahead * 60000 / per_minute
  local told
  if wait < 60000 then
    told = math.max(least, math.min(usual, wait / 4))
  else
    told = math.max(usual, math.min(most, wait / 30))
  end
  told = math.max(least, math.min(most, told * (0.9 + 0.2 * jitter)))
  -- fans are told whole seconds
  return told > 1000 and math.ceil(told / 1000) * 1000 or math.ceil(told)
end

-- what the fan is told of an entry: number, session, score, state, people ahead, size of the line, poll interval, reason,
-- deadline, pace
local function answer(outcome, e, ahead, per_minute)
  return {outcome, e.n, e.session, e.score, STATES[e.state], ahead, redis.call('ZCARD', queue), e.told, REASONS[e.reason],
    e.deadline, per_minute}
end

