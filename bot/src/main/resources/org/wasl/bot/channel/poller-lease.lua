-- Takes, keeps or gives back the lease of one poller, by the clock of Redis.
-- KEYS[1] the lease's hash: node, epoch, until (ms)
-- ARGV[1] the node that asks; ARGV[2] how long it wants it, ms; 0 gives it back
-- ARGV[3] a holder whose name begins like this is a former self of the node that asks, and is not waited for; '' for none
-- Answers the epoch when the asker holds it now, or 0. The epoch grows with every change of holder and never falls.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local node = redis.call('HGET', KEYS[1], 'node')
local held = tonumber(redis.call('HGET', KEYS[1], 'until') or '0') > now
local mine = held and node == ARGV[1]
if ARGV[2] == '0' then
  if mine then
    redis.call('HSET', KEYS[1], 'until', 0)
  end
  return 0
end
local former = ARGV[3] ~= '' and string.sub(node or '', 1, #ARGV[3]) == ARGV[3]
if held and not mine and not former then
  return 0
end
local epoch = tonumber(redis.call('HGET', KEYS[1], 'epoch') or '0')
if not mine then
  epoch = epoch + 1
end
redis.call('HSET', KEYS[1], 'node', ARGV[1], 'epoch', epoch, 'until', string.format('%.0f', now + tonumber(ARGV[2])))
return epoch
