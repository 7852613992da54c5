-- Sends those waiting for a sold-out event home, in batches. Invariant: only while it is sold out; nobody is sent home twice.
-- ARGV: at most so many
if redis.call('HGET', line, 'sold') ~= '1' then
  return {0}
end
local popped = redis.call('ZPOPMIN', queue, ARGV[1])
for i = 1, #popped, 2 do
  local e = load(number(popped[i]))
  redis.call('ZREM', alive, popped[i])
  e.state, e.reason = EXPIRED, SOLD_OUT
  save(e)
  tell('EntryExpired', e)
end
return {#popped / 2}
