-- Reads what everybody may know of the line; changes nothing.
local serving, mode, rate, auto, places, message, recovering =
  unpack(redis.call('HMGET', line, 'serving', 'mode', 'rate', 'auto', 'places', 'message', 'recovering'))
local why = closed()
return {now, size(), tonumber(serving) or 0, why and REASONS[why] or '',
  mode or '', rate or auto or '', places or '', message or '', now < (tonumber(recovering) or 0) and 1 or 0}
