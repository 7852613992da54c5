-- Reads what everybody may know of the line; changes nothing.
local serving, mode, rate, places, message =
  unpack(redis.call('HMGET', line, 'serving', 'mode', 'rate', 'places', 'message'))
local why = closed()
return {now, redis.call('ZCARD', queue), tonumber(serving) or 0, why and REASONS[why] or '',
  mode or '', rate or '', places or '', message or ''}
