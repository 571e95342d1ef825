-- Holds a shard for one worker. Time is Redis's own, so no node's clock decides.
-- KEYS  1 lease (hash: holder, epoch, until)
-- ARGV  1 worker  2 how long in ms, 0 to give it back  3 epoch the worker believes to hold, 0 for none
-- Returns {epoch, ms left}: the epoch is the worker's own; {0, ms left} while another holds it. A worker that asks
-- without its epoch gets a new one: whatever it sent before is refused from then on.
local refusal = typed(KEYS[1], 'hash') or may('HSET', KEYS[1], 'a', 'b', 'c')
if refusal then return refusal end
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local held = redis.call('HMGET', KEYS[1], 'worker', 'epoch', 'until')
local epoch = tonumber(held[2] or '0')
local left = tonumber(held[3] or '0') - now
local mine = held[1] == ARGV[1] and epoch == tonumber(ARGV[3])
if not mine then
  local node = string.match(ARGV[1], '^([^/]*)')
  local holder = string.match(held[1] or '', '^([^/]*)')
  -- The same node started again takes its own shards back at once; the epoch fences what the former process may still send.
  if left > 0 and node ~= holder then return {0, left} end
  if tonumber(ARGV[2]) == 0 then return {0, 0} end
  epoch = epoch + 1
end

redis.call('HSET', KEYS[1], 'worker', ARGV[1], 'epoch', epoch, 'until', string.format('%.0f', now + tonumber(ARGV[2])))
return {epoch, tonumber(ARGV[2])}
