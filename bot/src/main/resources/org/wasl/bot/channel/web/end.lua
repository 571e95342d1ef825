-- Ends a session: every field goes, and with the last one the key. Idempotent.
-- KEYS[1] the session's hash, KEYS[2] the sorted set of sessions by last word (same hash tag)
-- ARGV[1] the session's name in KEYS[2]; ARGV[2] '' or the time, ms, its last word must be older than
-- Answers 1 when it was ended, 0 when its person spoke again meanwhile.
if ARGV[2] ~= '' then
  local at = redis.call('HGET', KEYS[1], 'at')
  if at and tonumber(at) >= tonumber(ARGV[2]) then
    return 0
  end
end
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  redis.call('HDEL', KEYS[1], field)
end
redis.call('ZREM', KEYS[2], ARGV[1])
return 1
