-- HAProxy, lua-load-per-thread: refuses a header that is not text, and says how
-- many characters the rest has, as people count them.

local jilu = require "jilu"

core.register_action("check_text", { "http-req" }, function(transaction)
  local value = transaction.sf:req_hdr "x-text"
  if jilu.validate(value) then
    transaction:set_var("txn.characters", jilu.count(value, "grapheme"))
  else
    transaction:set_var("txn.characters", -1)
  end
end)
