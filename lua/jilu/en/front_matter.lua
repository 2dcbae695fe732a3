-- Keys of the front matter that static site generators read (Hugo, Jekyll, Hexo),
-- by the field of the document they fill.

local keys = {}

local function add(field, words)
  for word in words:gmatch "%S+" do keys[word] = field end
end

add("title", "title")
add("alias", "alias aliases")
add("published", [[date time datetime pubdate pub_date pub_time publishdate publish_date published
  created]])
add("updated", "updated update lastmod modified last_modified")
add("authors", "author authors by creator")
add("editors", "editor editors")
add("source", "source publisher from site sitename")
add("organization", "organization organisation department")
add("url", "url link permalink original source_url original_url canonical")

return keys
