-- Begins a line, or brings one back that Redis lost, or lost the last changes of. Invariants: a line of this epoch or a later one
-- stays as it is, so that of several who try one does it; numbers, join indexes and scores given out from now on are higher than
-- all that were given out before; nobody is admitted while fans come back; what Redis still has is not taken back.
-- ARGV: epoch, entry numbers and highest score given out so far, admission paused for (ms); and of a line that was there before:
--       join indexes given out, size of the closed lobby (-1), opening (us), draw positions done, highest score admitted, score up
--       to which all had their time, number last admitted, 1 when sold out, since when (us), number of the operator's word, its
--       mode, rate, places, message, why the event ended (0), since which version of it
local epoch = tonumber(ARGV[1])
local was, joins, last = unpack(redis.call('HMGET', line, 'epoch', 'joins', 'last'))
if was and tonumber(was) >= epoch then
  return {'BEGUN'}
end
joins = math.max(tonumber(joins) or 0, tonumber(ARGV[2]))
last = math.max(tonumber(last) or 0, tonumber(ARGV[3]))
if epoch > 1 then
  -- scores follow the clock, and this server's may be behind that of the one that is gone
  last = math.max(last, now_us) + 5000000
  redis.call('HSET', line, 'recovering', now + tonumber(ARGV[4]), 'lost_at', now)
end

local function raise(field, value)
  local known = tonumber(redis.call('HGET', line, field)) or 0
  if tonumber(value) > known then
    redis.call('HSET', line, field, value)
  end
end

local function bring_back_lobby()
  local lobby_n = redis.call('HGET', line, 'lobby_n')
  raise('lobby_joins', ARGV[5])
  if not lobby_n and tonumber(ARGV[6]) >= 0 then
    -- a Redis that is behind still has its fans in the lobby, to be moved from the first on
    redis.call('HSET', line, 'lobby_n', ARGV[6], 'opened', ARGV[7], 'filled', was and 0 or ARGV[8])
    last = math.max(last, tonumber(ARGV[7]) + tonumber(ARGV[6]))
  end
  if was then
    -- join indexes go on above a gap, which the list cannot have; the draw's keeper finds its fans in the lobby
    redis.call('DEL', 'leaves:' .. tag)
  end
end

local function bring_back_words()
  local sold_at, control, version = unpack(redis.call('HMGET', line, 'sold_at', 'control', 'ended_version'))
  if tonumber(ARGV[13]) > (tonumber(sold_at) or 0) then
    redis.call('HSET', line, 'sold', ARGV[12], 'sold_at', ARGV[13])
  end
  if tonumber(ARGV[14]) > (tonumber(control) or 0) then
    redis.call('HSET', line, 'control', ARGV[14], 'mode', ARGV[15])
    for i, field in ipairs({'rate', 'places', 'message'}) do
      if ARGV[15 + i] == '' then
        redis.call('HDEL', line, field)
      else
        redis.call('HSET', line, field, ARGV[15 + i])
      end
    end
  end
  if tonumber(ARGV[20]) > (tonumber(version) or 0) and (ARGV[19] ~= '0' or version) then
    redis.call('HSET', line, 'ended', ARGV[19], 'ended_version', ARGV[20])
    -- of an older version, it may be; the next look of any instance says when this one begins
    redis.call('HDEL', line, 'begins')
  end
end

redis.call('HSET', line, 'epoch', epoch, 'server', server(), 'joins', joins)
if #ARGV > 4 then
  bring_back_lobby()
  bring_back_words()
  raise('served', ARGV[9])
  raise('serving', ARGV[11])
  redis.call('HSET', line, 'served_before', ARGV[9], 'over_before', ARGV[10])
end
redis.call('HSET', line, 'last', last)
return {'NEW'}
