-- Closes the line of an event that is cancelled or postponed, or opens it again. Invariant: the newest version of the event
-- counts, in whatever order they are heard; a line that nobody has closed is not made by this.
-- ARGV: reason (0 none, 7 cancelled, 8 postponed), version of the event
local ended, version = unpack(redis.call('HMGET', line, 'ended', 'ended_version'))
if tonumber(ARGV[2]) < (tonumber(version) or 0) then
  return {'OLD'}
end
if ARGV[1] == '0' and not ended and redis.call('HEXISTS', line, 'epoch') == 0 then
  return {'NOTHING'}
end
redis.call('HSET', line, 'ended', ARGV[1], 'ended_version', ARGV[2])
return {'SET'}
