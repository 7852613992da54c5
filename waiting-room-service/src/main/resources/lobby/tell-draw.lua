-- Tells that the draw is held. Invariant: once, however often it is said.
-- ARGV: participants, root, commitment, opened at (microseconds)
if redis.call('HSETNX', line, 'draw_told', 1) == 1 then
  redis.call('XADD', outbox, '*', 'what', 'DrawHeld', 'participants', ARGV[1], 'root', ARGV[2], 'commitment', ARGV[3],
    'opened', ARGV[4])
end
return {redis.call('XLEN', outbox)}
