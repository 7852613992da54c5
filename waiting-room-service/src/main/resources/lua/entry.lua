-- What every script of the queue shares: the keys of one event, the record of one entry, and how changes are told.
--
-- KEYS[1] is queue:{<event>}. All other keys of the event carry the same hash tag and are derived from it, since a script learns
-- an entry's number, and with it the record's key, only while it runs; one tag means one slot, so a cluster serves them all.
--   queue:{e}       ZSET   those waiting: member = entry number (3 bytes while it fits, else 4), score = place (microseconds)
--   lobby:{e}       ZSET   those in the lobby, and those who may still come back to it: the same member, score = join index
--   leaves:{e}      LIST   fans in order of join index, the last ones, until the draw's keeper has written them down
--   active:{e}      ZSET   those admitted, by the end of their lease or session; its size is the number of taken places
--   entries:{e}:k   HASH   the records of entries 100k … 100k+99, small enough for a listpack
--   fans:{e}:k      HASH   13 bits of the fan's hash (or, when another fan has those, the fan) -> number of the fan's latest entry
--   access:{e}:n    STRING the access token of entry n's session
--   presale-used:{e} bits  serials of presale codes that were used
--   presale-marks:{e} SET  which 1024 bytes of those have changed since PostgreSQL was told
--   line:{e}        HASH   counters and flags of the whole line
--   pace:{e}        LIST   how the line stood each second of late, and what fans were told: estimate/look.lua
--   told:{e}        HASH   of a sample of fans: entry number -> the wait told
--   outbox:{e}      STREAM what is still to be told
local tag = string.match(KEYS[1], '{.-}')
local queue, lobby, active = KEYS[1], 'lobby:' .. tag, 'active:' .. tag
local line, outbox = 'line:' .. tag, 'outbox:' .. tag

-- the clock of the queue is Redis's own
local time = redis.call('TIME')
local now_us = time[1] * 1000000 + time[2]
local now = math.floor(now_us / 1000)

-- which server process runs this: another one than when the line began may lack the last changes (a failover, a restart)
local function server()
  return string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
end

local QUEUED, LEASED, SHOPPING, EXPIRED, ABANDONED, LEFT, LOBBY, LOBBY_ABANDONED = 1, 2, 3, 4, 5, 6, 7, 8
local STATES = {'QUEUED', 'ADMITTED', 'ADMITTED', 'EXPIRED', 'ABANDONED', 'LEFT', 'LOBBY', 'ABANDONED'}
local NOT_CLAIMED, ACCESS_EXPIRED, SOLD_OUT, NOT_POLLING, LEFT_BY_FAN, PURCHASED, EVENT_BEGUN = 1, 2, 3, 4, 5, 6, 9
local REASONS = {[0] = '', 'not-claimed', 'access-expired', 'sold-out', 'not-polling', 'left', 'purchased',
  'event-cancelled', 'event-postponed', 'event-begun'}

-- A record is as short as it can be, since most of ten million fans only wait: 25 bytes. First byte: state, + 16 when the fan has
-- shown a clearance, + 32 when a session number follows (it is 1 otherwise), + 64 when reason, score (or join index) and deadline
-- follow: those of entries that stand in no line, whose sorted set would know the score.
local RECORD = '>BI3Bc16c4'
local PER_KEY = 100
-- the last poll in units of 16 ms, modulo 74 hours, which no silence outlasts; the last of these hours counts as ahead of us
local UNIT, UNITS, AHEAD = 16, 16777216, 225000

local function member(n)
  return n < 16777216 and struct.pack('>I3', n) or struct.pack('>I4', n)
end

local function number(m)
  return (struct.unpack(#m == 3 and '>I3' or '>I4', m))
end

local function records(k)
  return 'entries:' .. tag .. ':' .. k
end

local function unpacked(n, raw)
  local bits, polled, told, fan, print, at = struct.unpack(RECORD, raw)
  local e = {n = n, state = bits % 16, cleared = bits % 32 >= 16, polled = polled, told = told, fan = fan, print = print,
    session = 1, reason = 0}
  if bits % 64 >= 32 then
    e.session, at = struct.unpack('>I4', raw, at)
  end
  if bits >= 64 then
    e.reason, e.score, e.deadline = struct.unpack('>BI7I6', raw, at)
  end
  return e
end

local function load(n)
  local raw = redis.call('HGET', records(math.floor(n / PER_KEY)), n % PER_KEY)
  return raw and unpacked(n, raw) or nil
end

local function waiting(e)
  return e.state == QUEUED or e.state == LOBBY
end

local function save(e)
  local tail, session = not waiting(e), e.session > 1
  local raw = struct.pack(RECORD, e.state + (e.cleared and 16 or 0) + (session and 32 or 0) + (tail and 64 or 0),
    e.polled, e.told, e.fan, e.print)
  if session then
    raw = raw .. struct.pack('>I4', e.session)
  end
  if tail then
    raw = raw .. struct.pack('>BI7I6', e.reason, e.score, e.deadline or 0)
  end
  redis.call('HSET', records(math.floor(e.n / PER_KEY)), e.n % PER_KEY, raw)
end

-- the score of an entry, or the join index of one in the lobby; the sorted set knows it while the fan stands there
local function score_of(e)
  if e.state == QUEUED then
    e.score = tonumber(redis.call('ZSCORE', queue, member(e.n)))
  elseif e.state == LOBBY then
    e.score = tonumber(redis.call('ZSCORE', lobby, member(e.n)))
  end
  return e.score
end

-- where the index of fans has a fan: key and short field
local function indexed(fan)
  local hash = redis.sha1hex(fan)
  return string.format('fans:%s:%d', tag, tonumber(string.sub(hash, 1, 8), 16) % 100000),
    tonumber(string.sub(hash, 9, 12), 16) % 8192 - 4096
end

-- the latest entry of a fan, and where the index has it, or would have it; two fans with the same short field are told apart by
-- their records
local function lookup(fan)
  local key, short = indexed(fan)
  local n = redis.call('HGET', key, short)
  if not n then
    return nil, key, short
  end
  local e = load(tonumber(n))
  if e and e.fan == fan then
    return e, key, short
  end
  n = redis.call('HGET', key, fan)
  return n and load(tonumber(n)) or nil, key, e and fan or short
end

-- makes an entry the fan's latest, where lookup has shown that its place is
local function remember(e, key, field)
  if not key then
    local _
    _, key, field = lookup(e.fan)
  end
  redis.call('HSET', key, field, e.n)
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

-- How many of those let in do not come, as a moving share; each lease counts once, by its claim or by its end without one.
local function count_lease(came)
  local share = tonumber(redis.call('HGET', line, 'no_show')) or 0
  redis.call('HSET', line, 'no_show', share + 0.02 * ((came and 0 or 1) - share))
end

-- what time alone has ended, even where no sweep came by yet
local function lapse(e)
  if not admitted(e) or e.deadline > now then
    return false
  end
  if e.state == LEASED then
    finish(e, EXPIRED, NOT_CLAIMED)
    count_lease(false)
  else
    finish(e, EXPIRED, ACCESS_EXPIRED)
    tell('SessionEnded', e)
  end
  tell('EntryExpired', e)
  return true
end

-- The poll interval told is kept in one byte: below a second in sixtieths, then every second up to two minutes, then a tenth of an
-- octave apart. The next shorter one is kept, so that nobody is refused who waited as told.
local function fine(told)
  if told < 60 then
    return told * 1000 / 60
  elseif told <= 179 then
    return (told - 59) * 1000
  end
  return math.floor(120 * 2 ^ ((told - 179) / 10)) * 1000
end

local function coarse(ms)
  if ms < 1000 then
    return math.floor(ms * 60 / 1000)
  elseif ms <= 120000 then
    return 59 + math.floor(ms / 1000)
  end
  local told = math.min(255, 179 + math.floor(10 * math.log(ms / 120000) / math.log(2)))
  -- steps are whole seconds, a little shorter than the tenth of an octave
  return told < 255 and fine(told + 1) <= ms and told + 1 or told
end

-- notes a sign of life; the next is expected after as long as ever
local function seen(e)
  e.polled = math.floor(now / UNIT) % UNITS
end

-- notes a poll, and that the next is expected after so many ms; the fan is told these, the record keeps the next shorter interval
local function polled(e, after)
  seen(e)
  e.told, e.after = coarse(after), after
end

local function silent(e)
  local units = (math.floor(now / UNIT) - e.polled) % UNITS
  -- a poll that lies ahead, since the clock was set back a little or a replica's is behind, is no silence
  return units < UNITS - AHEAD and units * UNIT or 0
end

-- whether a waiting fan has been silent for too long: four intervals, or the patience (ms) if that is longer
local function gone(e, patience)
  return silent(e) >= math.max(patience, 4 * fine(e.told + 1))
end

-- takes a silent fan out of the line; the score stays known for the grace (ms). In the lobby the place stays as well, since the
-- draw will number it
local function abandon(e, grace)
  score_of(e)
  if e.state == QUEUED then
    redis.call('ZREM', queue, member(e.n))
    e.state = ABANDONED
  else
    redis.call('HINCRBY', line, 'lobby_gone', 1)
    e.state = LOBBY_ABANDONED
  end
  e.reason, e.deadline = NOT_POLLING, now + grace
  save(e)
  tell('EntryAbandoned', e)
end

-- whether an abandoned entry can still be taken up
local function can_return(e)
  return (e.state == ABANDONED or e.state == LOBBY_ABANDONED) and now < e.deadline
end

-- an abandoned entry whose fan is back in time stands where it stood
local function come_back(e)
  if e.state == ABANDONED then
    e.state = QUEUED
    redis.call('ZADD', queue, 'NX', e.score, member(e.n))
  else
    e.state = LOBBY
    redis.call('HINCRBY', line, 'lobby_gone', -1)
  end
  e.reason = 0
end

-- The lobby closes with the first script that comes by at or after the opening (ms): from then on its size and the scores of its
-- fans are fixed, and whoever joins stands behind them. Answers lobby_n, opened, filled, or nil while there is or was no lobby.
local function close_lobby(opens)
  local joins, n, opened, filled, last = unpack(redis.call('HMGET', line, 'lobby_joins', 'lobby_n', 'opened', 'filled', 'last'))
  if not joins or not n and now < opens then
    return nil
  end
  if not n then
    n, filled = joins, 0
    opened = math.max(opens * 1000, (tonumber(last) or 0) + 1)
    redis.call('HSET', line, 'lobby_n', n, 'opened', opened, 'filled', 0, 'last', opened + tonumber(n))
  end
  return tonumber(n), tonumber(opened), tonumber(filled)
end

-- Takes what is known of the event: why it does not take place (0: it does), in which version of it, and when it begins (ms). The
-- newest version counts, in whatever order and by whichever instance they are heard; answers whether this is it.
local function take_event(why, version, begins)
  local ended, known, at = unpack(redis.call('HMGET', line, 'ended', 'ended_version', 'begins'))
  if tonumber(version) < (tonumber(known) or 0) then
    return false
  end
  if why ~= ended or version ~= known or begins ~= at then
    redis.call('HSET', line, 'ended', why, 'ended_version', version, 'begins', begins)
  end
  return true
end

-- why nobody waits here any more: the reason of those sent home, or nil
local function closed()
  local sold, ended, begins = unpack(redis.call('HMGET', line, 'sold', 'ended', 'begins'))
  if ended and ended ~= '0' then
    return tonumber(ended)
  end
  if begins and now >= tonumber(begins) then
    return EVENT_BEGUN
  end
  return sold == '1' and SOLD_OUT or nil
end

-- how many a minute come in while the line is not paused: an operator's word, the controller's (there is one in mode AUTO alone),
-- or what is configured
local function pace(configured)
  local mode, rate, auto = unpack(redis.call('HMGET', line, 'mode', 'rate', 'auto'))
  return tonumber(mode == 'MANUAL' and rate or auto or configured)
end

-- the rate a line opens with in mode AUTO, and what it climbs to at first: by the configured rate, floor and ceiling
local function opening(configured, floor, ceiling)
  local base = math.min(configured, ceiling)
  return math.max(math.min(floor, base), math.ceil(base / 4)), base
end

-- fans are told whole seconds
local function whole(told)
  return told > 1000 and math.ceil(told / 1000) * 1000 or math.ceil(told)
end

-- how long until the next poll: little near the head, more the longer the wait, spread by the caller's jitter
local function interval(ahead, per_minute, jitter, least, usual, most)
  local wait = ahead * 60000 / per_minute
  local told
  if wait < 60000 then
    told = math.max(least, math.min(usual, wait / 4))
  else
    -- a thirtieth of the wait, unless so many wait that the usual interval was stretched
    told = math.max(usual, math.min(most, wait * usual / 900000))
  end
  told = math.max(least, math.min(most, told * (0.9 + 0.2 * jitter)))
  return whole(told)
end

-- how many stand in the lobby
local function in_lobby()
  return redis.call('ZCARD', lobby) - (tonumber(redis.call('HGET', line, 'lobby_gone')) or 0)
end

-- how long (ms) the poll budget (polls a second) needs until everybody in the lobby has polled once
local function round_of_polls(budget)
  return in_lobby() * 1000 / budget
end

-- How long until the next poll of one in the lobby: seldom while the opening is far. The last interval before it ends just after
-- it, at a moment of the fan's own, so that all come evenly within as long as the budget needs for them (a second at least, by
-- the whole seconds that fans are told).
local JUST_AFTER, GOLDEN = 1000, 0.6180339887498949
local function lobby_interval(e, opens, jitter, least, usual, most, budget)
  local left = opens - now
  local told = whole(math.max(usual, math.min(most, left / 4)) * (0.9 + 0.2 * jitter))
  if told >= left then
    local own = JUST_AFTER + e.n * GOLDEN % 1 * math.max(0, math.min(round_of_polls(budget), most) - 1000)
    -- where that is too far, once more before the opening
    told = left + own <= most and left + own or left - 1000 - jitter * math.min(left, math.max(0, most - own))
  end
  return whole(math.max(least, math.min(most, told)))
end

-- how long until the next poll of one of a closed lobby whose place is not drawn yet: soon, but in a large lobby the later the
-- longer that takes, since ever more have polled meanwhile
local function undrawn_interval(opened, least, most, budget)
  local late = math.min(now - opened / 1000, round_of_polls(budget))
  return whole(math.max(least, math.min(most, late)))
end

-- how many stand in the line, or in the lobby while that is all there is
local function size()
  return redis.call('ZCARD', queue) + in_lobby()
end

-- how many stand before one in the line; before late comers stand those of a closed lobby who are not moved yet
local function rank(e, lobby_n, opened, filled)
  local ahead = redis.call('ZRANK', queue, member(e.n))
  if lobby_n and filled < lobby_n and score_of(e) >= opened + filled then
    ahead = ahead + in_lobby()
  end
  return ahead
end

-- What the fan is told of an entry: number, session, score (or join index in state LOBBY), state, people ahead (-1 unknown), size
-- of the line, poll interval, reason, pace; of many in one script the caller has counted the size, and may know the score. A lobby
-- fan whose draw is known stands in the line already, although not moved yet.
local function answer(outcome, e, ahead, per_minute, standing, score)
  local state = e.state == LOBBY and ahead >= 0 and 'QUEUED' or STATES[e.state]
  return {outcome, e.n, e.session, score or score_of(e) or 0, state, ahead, standing or size(),
    math.ceil(e.after or fine(e.told)), REASONS[e.reason], per_minute, e.state == LOBBY and 1 or 0}
end

