-- For wrk: sends prepared requests one after another, each its bytes behind a line with their number, and begins again after the last.
local requests, count, next = {}, 0, 0

function init(args)
  local file = assert(io.open(args[1], 'rb'))
  local length = file:read('*l')
  while length do
    count = count + 1
    requests[count] = file:read(tonumber(length))
    length = file:read('*l')
  end
  file:close()
end

function request()
  next = next % count + 1
  return requests[next]
end
