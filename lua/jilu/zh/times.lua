-- Words of time.

return function() end
