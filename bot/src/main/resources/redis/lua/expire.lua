-- Removes what is left of one conversation whose last word is too old.
-- KEYS  1 lease  2 states  3 outbox  4 timers  5 due  6 words  7 refs  8 work
-- ARGV  1 lease epoch  2 conversation key  3 a last word up to here is too old, in ms
-- Returns 'OK', 'LEASE', or 'YOUNG' when the person spoke meanwhile. Unsent hops are kept: they name no address.
local kinds = {'hash', 'hash', 'hash', 'zset', 'hash', 'zset', 'hash', 'hash'}
for i = 1, #KEYS do
  local refusal = typed(KEYS[i], kinds[i])
  if refusal then return refusal end
end
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then return 'LEASE' end
local refusal = may('HDEL', KEYS[2], '') or may('ZREM', KEYS[6], '')
if refusal then return refusal end
local word = redis.call('ZSCORE', KEYS[6], ARGV[2])
if word and tonumber(word) > tonumber(ARGV[3]) then return 'YOUNG' end
local mine = ARGV[2] .. ':'
local doomed = {}
for _, k in ipairs({3, 5, 7, 8}) do
  doomed[k] = {}
  for _, field in ipairs(redis.call('HKEYS', KEYS[k])) do
    if string.sub(field, 1, #mine) == mine then table.insert(doomed[k], field) end
  end
end

redis.call('HDEL', KEYS[2], ARGV[2])
redis.call('ZREM', KEYS[6], ARGV[2])
for k, fields in pairs(doomed) do
  for _, field in ipairs(fields) do
    redis.call('HDEL', KEYS[k], field)
    if k == 5 then redis.call('ZREM', KEYS[4], field) end
  end
end
return 'OK'
