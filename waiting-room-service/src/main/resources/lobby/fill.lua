-- Moves fans from the lobby into the line, in the order of the draw. Invariants: draw positions are done once, one after another,
-- whoever does them; a fan's score is the opening plus the draw position; whoever left is passed over, whoever is only silent keeps
-- the drawn place for the grace.
-- ARGV: draw positions done so far, then the join indexes at the positions that follow
local lobby_n, opened, filled = unpack(redis.call('HMGET', line, 'lobby_n', 'opened', 'filled'))
local from = tonumber(ARGV[1])
if not lobby_n or tonumber(filled) ~= from then
  return {'MOVED', tonumber(filled) or 0}
end
for i = 2, #ARGV do
  local m = redis.call('ZRANGE', lobby, ARGV[i], ARGV[i], 'BYSCORE')[1]
  if m then
    local e = load(number(m))
    local score = tonumber(opened) + from + i - 2
    redis.call('ZREM', lobby, m)
    if e.state == LOBBY then
      e.state = QUEUED
      redis.call('ZADD', queue, 'NX', score, m)
    else
      redis.call('HINCRBY', line, 'lobby_gone', -1)
      e.state, e.score = ABANDONED, score
    end
    save(e)
  end
end
redis.call('HSET', line, 'filled', from + #ARGV - 1)
return {'FILLED', from + #ARGV - 1}
