-- Put before every script. Redis does not roll back: a script that fails in the middle leaves its first half written.
-- So each script looks at everything first with these functions and writes only when nothing is left that can fail.

-- nil when the key is absent or of this kind, else the refusal.
local function typed(key, kind)
  local found = redis.call('TYPE', key).ok
  if found == 'none' or found == kind then return nil end
  return redis.error_reply('WASLTYPE ' .. key .. ' is a ' .. found .. ' (expected: ' .. kind .. ')')
end

-- Runs a command in a form that changes nothing. nil when the user may run it and the store takes writes, else the
-- refusal. Other errors are the point of the harmless form (an odd number of fields, a wrong type) and mean "may".
local function may(...)
  local answer = redis.pcall(...)
  if type(answer) ~= 'table' or not answer.err then return nil end
  for _, sign in ipairs({'executing the script', 'ACL failure', 'NOPERM', 'OOM', 'MISCONF', 'READONLY', 'NOREPLICAS'}) do
    if string.find(answer.err, sign, 1, true) then return redis.error_reply('WASLRIGHT ' .. answer.err) end
  end
  return nil
end

-- Next id of a stream, n-0: from the shard's counter, never from the clock, and never below what the stream has seen.
local function next_id(stream, seq)
  local last = tonumber(redis.call('HGET', seq, 'in') or '0')
  local info = redis.pcall('XINFO', 'STREAM', stream)
  if type(info) == 'table' and not info.err then
    for i = 1, #info, 2 do
      if info[i] == 'last-generated-id' then
        last = math.max(last, tonumber(string.match(info[i + 1], '^(%d+)')))
      end
    end
  end
  return last + 1
end

