-- Sends those home, in batches, who wait for an event that is sold out, cancelled or postponed. Invariant: only while it is;
-- nobody is sent home twice.
-- ARGV: at most so many
local why = closed()
if not why then
  return {0}
end
local popped = redis.call('ZPOPMIN', queue, ARGV[1])
for i = 1, #popped, 2 do
  local e = load(number(popped[i]))
  redis.call('ZREM', alive, popped[i])
  e.state, e.reason = EXPIRED, why
  save(e)
  tell('EntryExpired', e)
end
return {#popped / 2}
