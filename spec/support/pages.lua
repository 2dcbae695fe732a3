-- Pages of HTML of random structure, all invented, and damage to them.

local pages = {}

local SENTENCES = {
  "2023年，全市投入资金200万元，建成道路35公里。", "某县水利局新建水库3座，比上年增长12%。",
  "会议要求，各部门要落实三项制度，做好防汛工作。", "3月4日，某区召开工作会议，部署今年的任务。",
  "截至6月底，累计培训1.2万人次，组织演练15场。", "In 2019 they gave 3 million yuan to 12 schools.",
  "“十三五”期间，完成投资12.5亿元。", "报名者共&nbsp;300&#20154;，其中&lt;18岁的&gt;有45人。",
}

local INLINE = { "b", "strong", "span", "em", "font color=red", 'a href="/x?a=1&b=2"', "i" }

local function pick(list) return list[math.random(#list)] end

local function close_of(tag) return "</" .. tag:match "^%w+" .. ">" end

local function sentence()
  local text = pick(SENTENCES)
  if math.random() < 0.4 then
    local tag = pick(INLINE)
    local at = text:find "[,，。]" or 1
    text = "<" .. tag .. ">" .. text:sub(1, at - 1) .. close_of(tag) .. text:sub(at)
  end
  if math.random() < 0.1 then text = text .. "<!-- 注释 -->" end
  return text
end

local function paragraph()
  local list = {}
  for k = 1, math.random(3) do list[k] = sentence() end
  local text = table.concat(list, pick { "", "\n", "<br>", "<br/>\n" })
  return pick { "<p>" .. text .. "</p>", "<p>" .. text, "<div>" .. text .. "</div>",
    "　　" .. text .. "<br>" } .. "\n"
end

local function menu()
  local list = {}
  for k = 1, math.random(3, 9) do
    list[k] = pick { "<li><a href='/'>首页</a></li>", "<a href=/n>新闻中心</a> | ",
      "<li><a href=/>政务公开</a>" }
  end
  return pick { "<nav>", "<div class=\"main-nav\">", "<ul>" } .. table.concat(list)
    .. pick { "</nav>", "</div>", "</ul>" } .. "\n"
end

local function rows()
  local list = {}
  for k = 1, math.random(2, 5) do
    list[k] = pick { "<tr><td>水库</td><td>3座</td></tr>", "<tr><td>道路<td>35公里",
      "<tr><th><p>项目</p></th><th><p>数量</p></th></tr>" }
  end
  return "<table>" .. table.concat(list, "\n") .. "</table>\n"
end

local function heading(k)
  local level = math.random(2, 4)
  return ("<h%d>%s、主要工作</h%d>\n"):format(level, pick { "一", "二", "三" }, k % 7 == 0 and 5 or level)
end

local function hidden()
  return pick { "<script>var a = '<p>1万元</p>';</script>", "<style>p { color: red }</style>",
    "<div style='display: none'>隐藏 9万元</div>", "<select><option>2020年</option></select>",
    "<template><p>模板</p></template>" } .. "\n"
end

--- A page; the same for the same number.
---@param number integer
---@return string
function pages.page(number)
  math.randomseed(number)
  local parts = { pick { "<!DOCTYPE html>\n<html><head>", "<html>\n<head>", "" },
    "<title>某市召开会议-某市政府</title>\n", pick { "</head><body>\n", "<body>", "" }, menu(),
    "<h1>某市召开水利工作会议</h1>\n", pick { "<p>来源：某市水利局　时间：2023-03-05</p>\n", "" } }
  for k = 1, math.random(3, 12) do
    parts[#parts + 1] = pick { paragraph, paragraph, paragraph, heading, rows, hidden }(k)
  end
  parts[#parts + 1] = menu()
  parts[#parts + 1] = pick { "<footer>主办：某市政府</footer></body></html>", "</div></div>", "" }
  return table.concat(parts)
end

--- The page with some bytes gone, doubled, changed or moved.
---@param page string
---@return string
function pages.damage(page)
  for _ = 1, math.random(1, 6) do
    local i = math.random(#page)
    local j = math.min(#page, i + math.random(0, 40))
    local kind = math.random(4)
    if kind == 1 then page = page:sub(1, i - 1) .. page:sub(j + 1)
    elseif kind == 2 then page = page:sub(1, j) .. page:sub(i)
    elseif kind == 3 then page = page:sub(1, i - 1) .. pick { "<", ">", "&", '"', "</", "<table>",
      "<td>", "\255", "</div>", "<!--", "<span hidden>" } .. page:sub(i)
    else page = page:sub(i, j) .. page:sub(1, i - 1) .. page:sub(j + 1) end
  end
  return page
end

return pages
