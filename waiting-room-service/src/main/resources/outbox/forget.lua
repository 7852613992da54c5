-- Forgets messages that the broker has acknowledged. ARGV: their ids
redis.call('XDEL', outbox, unpack(ARGV))
return {redis.call('XLEN', outbox)}
