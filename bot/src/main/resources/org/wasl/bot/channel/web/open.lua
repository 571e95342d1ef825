-- Opens a session, or notes that its person did something.
-- KEYS[1] the session's hash, KEYS[2] the sorted set of sessions by last word (same hash tag)
-- ARGV[1] now, ms; ARGV[2] the session's name in KEYS[2]; ARGV[3] '1' to open, '0' only if it stands;
-- ARGV[4] a last word before this time, ms, means that it does not stand
-- Answers 1, or 0 when it does not stand. Checks first, then writes.
if ARGV[3] == '0' then
  local at = redis.call('HGET', KEYS[1], 'at')
  if not at or tonumber(at) < tonumber(ARGV[4]) then
    return 0
  end
end
redis.call('HSET', KEYS[1], 'at', ARGV[1])
redis.call('ZADD', KEYS[2], ARGV[1], ARGV[2])
return 1
