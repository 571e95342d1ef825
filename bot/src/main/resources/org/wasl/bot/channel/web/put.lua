-- Stores one sealed line under its number, and lets the one fall out that is too old to keep.
-- KEYS[1] the session's hash
-- ARGV[1] number; ARGV[2] sealed line; ARGV[3] number of the line that falls out
-- Answers 1, or 0 when the session ended meanwhile: then nothing is written, so that an ended session leaves nothing.
if redis.call('HEXISTS', KEYS[1], 'at') == 0 then
  return 0
end
redis.call('HSET', KEYS[1], 'm:' .. ARGV[1], ARGV[2])
redis.call('HDEL', KEYS[1], 'm:' .. ARGV[3])
return 1
