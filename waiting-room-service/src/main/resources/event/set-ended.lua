-- Closes the line of an event that is cancelled or postponed, or opens it again, and notes when the event begins, which closes it
-- too. Invariant: the newest version of the event counts, in whatever order they are heard; a line that nobody has closed is not
-- made by this.
-- ARGV: reason (0 none, 7 cancelled, 8 postponed), version of the event, when it begins (ms)
if ARGV[1] == '0' and redis.call('HEXISTS', line, 'ended') + redis.call('HEXISTS', line, 'epoch') == 0 then
  return {'NOTHING'}
end
return {take_event(ARGV[1], ARGV[2], ARGV[3]) and 'SET' or 'OLD'}
