-- Reads what operators may know of a line's rate; changes nothing.
local mode, rate, places, message, auto, why, no_show =
  unpack(redis.call('HMGET', line, 'mode', 'rate', 'places', 'message', 'auto', 'auto_why', 'no_show'))
return {mode or '', rate or '', places or '', message or '', auto or '', why or '', no_show or '0'}
