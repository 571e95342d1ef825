-- One step of a mailbox, in the shard of its id. Every verb may be repeated without a second effect.
-- KEYS  1 boxes (hash: mailbox id -> reply ids in order, comma behind each)  2 mail (hash: mailbox id:reply id -> sealed reply)
--       3 attached (hash: mailbox id -> sealed pointer)  4 attach-times (sorted set)  5 dedupe (sorted set)
-- ARGV  1 verb  2 mailbox id, then by verb
--       open                                             -> 'OK'
--       deliver  3 reply id  4 sealed reply  5 most replies  6 keyed hash of the reply id  7 hour
--                                                        -> 'STORED', 'REPEATED' (waits already), 'DONE' (was delivered), 'FULL'
--       delivered 3 reply id                              -> 'OK'; the reply is not kept any longer
--       attach   3 sealed pointer  4 time in ms          -> the former pointer, or nil
--       detach                                           -> the former pointer, or nil
--       erase                                            -> the former pointer, or nil; box and replies are gone
local kinds = {'hash', 'hash', 'hash', 'zset', 'zset'}
for i = 1, #KEYS do
  local refusal = typed(KEYS[i], kinds[i])
  if refusal then return refusal end
end
local refusal = may('HSET', KEYS[1], 'a', 'b', 'c') or may('HDEL', KEYS[1], '') or may('ZADD', KEYS[4], 'XX', 0, '')
  or may('ZREM', KEYS[4], '')
if refusal then return refusal end
local verb, box = ARGV[1], ARGV[2]
local ids = redis.call('HGET', KEYS[1], box)
local former = redis.call('HGET', KEYS[3], box)
if verb == 'open' then
  if not ids then redis.call('HSET', KEYS[1], box, '') end
  return 'OK'
elseif verb == 'deliver' then
  local field = box .. ':' .. ARGV[3]
  if redis.call('HEXISTS', KEYS[2], field) == 1 then return 'REPEATED' end
  if redis.call('ZSCORE', KEYS[5], ARGV[6]) then return 'DONE' end
  local _, count = string.gsub(ids or '', ',', '')
  if count >= tonumber(ARGV[5]) then return 'FULL' end
  redis.call('HSET', KEYS[1], box, (ids or '') .. ARGV[3] .. ',')
  redis.call('HSET', KEYS[2], field, ARGV[4])
  redis.call('ZADD', KEYS[5], ARGV[7], ARGV[6])
  return 'STORED'
elseif verb == 'delivered' then
  if not ids then return 'OK' end
  local kept = {}
  for id in string.gmatch(ids, '([^,]+),') do
    if id ~= ARGV[3] then table.insert(kept, id .. ',') end
  end
  redis.call('HSET', KEYS[1], box, table.concat(kept))
  redis.call('HDEL', KEYS[2], box .. ':' .. ARGV[3])
  return 'OK'
elseif verb == 'attach' then
  redis.call('HSET', KEYS[3], box, ARGV[3])
  redis.call('ZADD', KEYS[4], ARGV[4], box)
  return former
elseif verb == 'detach' then
  redis.call('HDEL', KEYS[3], box)
  redis.call('ZREM', KEYS[4], box)
  return former
elseif verb == 'erase' then
  redis.call('HDEL', KEYS[1], box)
  redis.call('HDEL', KEYS[3], box)
  redis.call('ZREM', KEYS[4], box)
  for id in string.gmatch(ids or '', '([^,]+),') do redis.call('HDEL', KEYS[2], box .. ':' .. id) end
  return former
end
return redis.error_reply('WASLBOX unknown verb')
