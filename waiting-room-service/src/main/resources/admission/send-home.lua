-- Sends those home, in batches, who wait for an event that is sold out, cancelled or postponed, or has begun. Invariant: only while
-- that is so, by the newest version of the event that any instance knows; nobody is sent home twice.
-- ARGV: at most so many, what this instance knows of the event: why it does not take place (0: it does), version, begins at (ms)
if redis.call('HEXISTS', line, 'epoch') == 1 then
  take_event(ARGV[2], ARGV[3], ARGV[4])
end
local why = closed()
if not why then
  return {0}
end
local sent = 0
for _, from in ipairs({queue, lobby}) do
  local popped = redis.call('ZPOPMIN', from, ARGV[1])
  for i = 1, #popped, 2 do
    local e = load(number(popped[i]))
    local over = e.state == LOBBY_ABANDONED and not can_return(e)
    if e.state == LOBBY_ABANDONED then
      redis.call('HINCRBY', line, 'lobby_gone', -1)
    end
    e.score = tonumber(popped[i + 1])
    if over then
      -- only kept its number for the draw
      e.state = ABANDONED
      save(e)
    else
      e.state, e.reason = EXPIRED, why
      save(e)
      tell('EntryExpired', e)
      sent = sent + 1
    end
  end
end
return {sent}
