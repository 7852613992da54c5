-- Reads what everybody may know of the line; changes nothing.
local serving, sold = unpack(redis.call('HMGET', line, 'serving', 'sold'))
return {now, redis.call('ZCARD', queue), tonumber(serving) or 0, tonumber(sold) or 0}
