-- Takes the next line number of a session that stands.
-- KEYS[1] the session's hash
-- ARGV[1] a last word before this time, ms, means that it does not stand
-- Answers the number, or 0 when the session does not stand. A number that is never used leaves a harmless gap.
local at = redis.call('HGET', KEYS[1], 'at')
if not at or tonumber(at) < tonumber(ARGV[1]) then
  return 0
end
return redis.call('HINCRBY', KEYS[1], 'n', 1)
