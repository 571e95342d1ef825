-- Stores one sealed line under the next number of a session, and lets the one fall out that is too old to keep. Number
-- and line come to stand at once: a page that has read a number never asks for a lower one again, so a line stored under
-- a number taken before would be seen by nobody.
-- KEYS[1] the session's hash
-- ARGV[1] number it was sealed for; ARGV[2] sealed line; ARGV[3] number of the line that falls out
-- ARGV[4] a last word before this time, ms, means that the session does not stand
-- Answers 1; 0 when the session does not stand: then nothing is written, so that an ended session leaves nothing; -1 when
-- the number is taken: the line has to be sealed anew for another.
local at = redis.call('HGET', KEYS[1], 'at')
if not at or tonumber(at) < tonumber(ARGV[4]) then
  return 0
end
if tonumber(redis.call('HGET', KEYS[1], 'n') or '0') ~= tonumber(ARGV[1]) - 1 then
  return -1
end
redis.call('HSET', KEYS[1], 'n', ARGV[1], 'm:' .. ARGV[1], ARGV[2])
redis.call('HDEL', KEYS[1], 'm:' .. ARGV[3])
return 1
