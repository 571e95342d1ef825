-- Appends one sealed entry to intake outside any turn; it may come twice.
-- KEYS  1 intake (list)
-- ARGV  1 sealed entry
-- Returns 'OK'.
local refusal = typed(KEYS[1], 'list')
if refusal then return refusal end
redis.call('RPUSH', KEYS[1], ARGV[1])
return 'OK'
