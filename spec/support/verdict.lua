-- busted's plain output, with the verdict as its last line.

local busted = require "busted"

return function(options)
  local handler = require "busted.outputHandlers.plainTerminal"(options)
  busted.subscribe({ "exit" }, function()
    local count = handler.pendingsCount
    local pending = count > 0 and (", %d pending"):format(count) or ""
    io.write(("%d passed, %d failed%s\n"):format(handler.successesCount,
      handler.failuresCount + handler.errorsCount, pending))
    return nil, true
  end)
  return handler
end
