-- One atomic step of a shard: a turn, a message sent, a timer that ran out. Checks all, then writes all.
-- KEYS  1 lease  2 states  3 inbox  4 outbox  5 timers  6 due  7 words  8 refs  9 work  10 hops  11 intake  12 seq
--       13 attempts  14 dead  15 queued
-- ARGV  1 lease epoch  2 conversation key  3 head the state must have, 'incarnation:revision'; '' for no state; '*' for any
--       4 inbox entry to acknowledge or ''  5 outbox entry that must still be there or ''  6 timer that must still be
--       there or ''  7 shard number  8 inbox wake channel  9 intake wake channel
--       then operations of four: verb, a, b, c
--         state value score . | nostate . . . | out id value . | unout id . . | intake value . . | timer id score value
--         untimer id . . | ref id value . | unref id . . | work id value . | unwork id . . | hop id value . | unhop id . .
--         again name value . (append to the inbox) | attempt id . . | dead id value . | undead id . .
-- Returns 'OK', 'LEASE' (another worker has the shard), 'HEAD' (the state moved on), 'GONE' (done before). Anything but
-- 'OK', an error too, means that nothing was changed. Intake is the only list; RPUSH is the only list command.
local kinds = {'hash', 'hash', 'stream', 'hash', 'zset', 'hash', 'zset', 'hash', 'hash', 'hash', 'list', 'hash', 'hash', 'hash', 'hash'}
for i = 1, #KEYS do
  local refusal = typed(KEYS[i], kinds[i])
  if refusal then return refusal end
end
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then return 'LEASE' end
local refusal = may('HSET', KEYS[1], 'a', 'b', 'c') or may('HDEL', KEYS[2], '') or may('ZADD', KEYS[7], 'XX', 0, '')
  or may('ZREM', KEYS[7], '') or may('HINCRBY', KEYS[13], '', 'x') or may('XADD', KEYS[3], '0-0', 'c', '')
  or may('XDEL', KEYS[3], '0-0') or may('RPUSH', KEYS[1], '')
if refusal then return refusal end
if ARGV[3] ~= '*' then
  local stored = redis.call('HGET', KEYS[2], ARGV[2])
  local head = ''
  if stored then head = string.match(stored, '^(%x+:%d+):') or '?' end
  if head ~= ARGV[3] then return 'HEAD' end
end
if ARGV[4] ~= '' and #redis.call('XRANGE', KEYS[3], ARGV[4], ARGV[4]) == 0 then return 'GONE' end
if ARGV[5] ~= '' and redis.call('HEXISTS', KEYS[4], ARGV[5]) == 0 then return 'GONE' end
if ARGV[6] ~= '' and redis.call('HEXISTS', KEYS[6], ARGV[6]) == 0 then return 'GONE' end
local known = {state = 1, nostate = 1, out = 1, unout = 1, intake = 1, timer = 1, untimer = 1, ref = 1, unref = 1,
  work = 1, unwork = 1, hop = 1, unhop = 1, again = 1, attempt = 1, dead = 1, undead = 1}
for i = 10, #ARGV, 4 do
  if not known[ARGV[i]] or i + 3 > #ARGV then return redis.error_reply('WASLSTEP unknown operation') end
  if (ARGV[i] == 'timer' or (ARGV[i] == 'state' and ARGV[i + 2] ~= ''))
    and not tonumber(ARGV[i + 2]) then return redis.error_reply('WASLSTEP score is not a number') end
end
local n = next_id(KEYS[3], KEYS[12])
local queued = tonumber(redis.call('HGET', KEYS[15], ARGV[2]) or '0') or 0

local woken, filed = false, false
for i = 10, #ARGV, 4 do
  local verb, a, b, c = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
  if verb == 'state' then
    redis.call('HSET', KEYS[2], ARGV[2], a)
    if b ~= '' then redis.call('ZADD', KEYS[7], b, ARGV[2]) end
  elseif verb == 'nostate' then
    redis.call('HDEL', KEYS[2], ARGV[2])
    redis.call('ZREM', KEYS[7], ARGV[2])
  elseif verb == 'out' then redis.call('HSET', KEYS[4], a, b)
  elseif verb == 'unout' then redis.call('HDEL', KEYS[4], a)
  elseif verb == 'intake' then redis.call('RPUSH', KEYS[11], a); filed = true
  elseif verb == 'timer' then redis.call('ZADD', KEYS[5], b, a); redis.call('HSET', KEYS[6], a, c)
  elseif verb == 'untimer' then redis.call('ZREM', KEYS[5], a); redis.call('HDEL', KEYS[6], a)
  elseif verb == 'ref' then redis.call('HSET', KEYS[8], a, b)
  elseif verb == 'unref' then redis.call('HDEL', KEYS[8], a)
  elseif verb == 'work' then redis.call('HSET', KEYS[9], a, b)
  elseif verb == 'unwork' then redis.call('HDEL', KEYS[9], a)
  elseif verb == 'hop' then redis.call('HSET', KEYS[10], a, b)
  elseif verb == 'unhop' then redis.call('HDEL', KEYS[10], a)
  elseif verb == 'again' then
    redis.call('HSET', KEYS[12], 'in', n)
    redis.call('XADD', KEYS[3], string.format('%.0f-0', n), 'c', ARGV[2], 'e', a, 'd', b)
    n = n + 1
    queued = queued + 1
    woken = true
  elseif verb == 'attempt' then redis.call('HINCRBY', KEYS[13], a, 1)
  elseif verb == 'dead' then redis.call('HSET', KEYS[14], a, b)
  elseif verb == 'undead' then redis.call('HDEL', KEYS[14], a)
  end
end
if ARGV[4] ~= '' then
  redis.call('XDEL', KEYS[3], ARGV[4])
  redis.call('HDEL', KEYS[13], ARGV[4])
  queued = queued - 1
end
if woken or ARGV[4] ~= '' then
  if queued > 0 then redis.call('HSET', KEYS[15], ARGV[2], queued) else redis.call('HDEL', KEYS[15], ARGV[2]) end
end
if woken then redis.pcall('PUBLISH', ARGV[8], ARGV[7]) end
if filed then redis.pcall('PUBLISH', ARGV[9], ARGV[7]) end
return 'OK'
