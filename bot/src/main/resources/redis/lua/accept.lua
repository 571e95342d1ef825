-- Takes one event into a shard's inbox, once.
-- KEYS  1 inbox (stream)  2 seq (hash)  3 dedupe (sorted set)  4 queued (hash: conversation -> entries in the inbox)
-- ARGV  1 keyed hash of the event id  2 hour it is remembered under, in ms  3 conversation key  4 sealed arrival
--       5 what is published: shard number, space, process  6 wake channel  7 entries from which the inbox is crowded
--       8 a conversation's share of a crowded inbox
-- Returns 'ACCEPTED', 'REPEATED', or 'FULL': this conversation has its share, others are still taken. A repeat is written down too, so that WAIT on this connection covers the
-- first one. Guarantees: remembered and appended together or not at all; an error means nothing was changed.
local refusal = typed(KEYS[1], 'stream') or typed(KEYS[2], 'hash') or typed(KEYS[3], 'zset') or typed(KEYS[4], 'hash')
  or may('HSET', KEYS[2], 'a', 'b', 'c') or may('HINCRBY', KEYS[2], 'in', 'x')
  or may('ZADD', KEYS[3], 'XX', 0, '') or may('XADD', KEYS[1], '0-0', 'c', '')
if refusal then return refusal end
if redis.call('ZSCORE', KEYS[3], ARGV[1]) then
  redis.call('HINCRBY', KEYS[2], 'repeats', 1)
  return 'REPEATED'
end
local own = tonumber(redis.call('HGET', KEYS[4], ARGV[3]) or '0') or 0
if own >= tonumber(ARGV[8]) and redis.call('XLEN', KEYS[1]) >= tonumber(ARGV[7]) then return 'FULL' end
local n = next_id(KEYS[1], KEYS[2])

redis.call('HSET', KEYS[2], 'in', n)
redis.call('HSET', KEYS[4], ARGV[3], own + 1)
redis.call('ZADD', KEYS[3], ARGV[2], ARGV[1])
redis.call('XADD', KEYS[1], string.format('%.0f-0', n), 'c', ARGV[3], 'e', ARGV[1], 'd', ARGV[4])
redis.pcall('PUBLISH', ARGV[6], ARGV[5])
return 'ACCEPTED'
