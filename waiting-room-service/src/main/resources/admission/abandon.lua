-- Takes those out of the line who stopped polling: looks at some records, in turn, and at all of them within a while.
-- Invariants: whoever polled in time stays; score and number stay known for the grace.
-- Redis serves nobody while this runs, so of most records, fans who wait and polled in time, only the first bytes are read.
-- ARGV: at most so many keys of records, abandoned after (ms), grace (ms), looks in which all keys shall be seen
local LEAST = 10
local joins, cursor, first = unpack(redis.call('HMGET', line, 'joins', 'swept', 'sweep_from'))
local patience, grace = tonumber(ARGV[2]), tonumber(ARGV[3])
local top = math.floor((tonumber(joins) or 0) / PER_KEY)
first = tonumber(first) or 0
cursor = math.max(tonumber(cursor) or 0, first)
local keys = top - first + 1
local unit, patient = math.floor(now / UNIT), patience / UNIT
local left = 0

-- whether a record is of a fan who waits and was not silent as long as anybody may be
local function in_time(raw)
  local bits, high, middle, low = string.byte(raw, 1, 4)
  local state = bits % 16
  return (state == QUEUED or state == LOBBY)
    and (unit - (high * 65536 + middle * 256 + low)) % UNITS < patient
end

for _ = 1, math.min(tonumber(ARGV[1]), keys, math.max(LEAST, math.ceil(keys / tonumber(ARGV[4])))) do
  if cursor > top then
    cursor = first
  end
  local over = true
  local fields = redis.call('HGETALL', records(cursor))
  for i = 2, #fields, 2 do
    if in_time(fields[i]) then
      over = false
    else
      local e = unpacked(cursor * PER_KEY + tonumber(fields[i - 1]), fields[i])
      if waiting(e) then
        over = false
        if gone(e, patience) then
          abandon(e, grace)
          left = left + 1
        end
      elseif can_return(e) then
        over = false
      end
    end
  end
  -- the oldest entries are over first: those keys need no look any more
  if over and cursor == first and cursor < top then
    first = cursor + 1
  end
  cursor = cursor + 1
end
redis.call('HSET', line, 'swept', cursor, 'sweep_from', first)
return {left}
