-- Markdown as reports are written in it: what a reader reads of it, and that each
-- place is one of the file.

local jilu = require "jilu"

-- The file, what is read of it, and the bytes of its quantities in the file.
local FILES = {
  { "见[甲局公报][1]，共35项。\n\n[1]: http://a.cn/g.html\n", "见甲局公报,共35项。\n\n\n", "35项" },
  { "见[公报][gb]，共35项。\n\n[GB]: <http://a.cn/g> \"公 报\"\n", "见公报,共35项。\n\n\n", "35项" },
  { "见[甲局公报][]，共35项。\n\n[甲局公报]: /g.html '公报'\n", "见甲局公报,共35项。\n\n\n", "35项" },
  { "见[甲局公报]，共35项。\n\n  [甲局公报]: #g (公报)\n", "见甲局公报,共35项。\n\n  \n", "35项" },
  { "投入**200**万元[^1]，覆盖3个镇。\n\n[^1]: 含县级配套50万元。\n",
    "投入200万元,覆盖3个镇。\n\n含县级配套50万元。\n", "200**万元", "3个", "50万元" },
  { "![图][p]\n走访[**30**户][h]。\n\n[p]: a.png\n[h]: b.md\n", "\n走访30户。\n\n\n\n", "30**户" },
  { "- 甲局\n  - 走访30户\n    - 修路2公里\n", "甲局\n  走访30户\n    修路2公里\n", "30户", "2公里" },
  { "1. 走访30户\n   * 修路2公里\n2. 建桥1座\n", "1. 走访30户\n   修路2公里\n2. 建桥1座\n", "30户", "2公里", "1座" },
  { "> - 走访30户\n> - 修路2公里\n", " 走访30户\n 修路2公里\n", "30户", "2公里" },
  { "<div align=\"center\">\n\n走访<b>30</b>户<br/>修路2公里\n\n</div>\n", " \n\n走访30户 修路2公里\n\n \n",
    "30</b>户", "2公里" },
  { "| 项目 | 数 |\n|:---|---:|\n| 修路 | 2公里 |\n", "| 项目 | 数 |\n\n| 修路 | 2公里 |\n", "2公里" },
  { "# 概况\n\n## 一、走访\n\n走访30户。\n", "概况\n\n一、走访\n\n走访30户。\n", "30户" },
  { "***\n走访 __30__ 户\n___\n", "\n走访 30 户\n\n", "30__ 户" },
  { "走访\\*30户\\*，**修路**2公里\n", "走访*30户*,修路2公里\n", "30户", "2公里" },
  { "<!-- 走访9户 -->\n走访30户。\n", "\n走访30户。\n", "30户" },
  -- no reference is one whose label nobody defines, no definition one without an address
  { "见[甲局公报][1]，共35项。\n", "见[甲局公报][1],共35项。\n", "35项" },
  { "[注]: 共35项。\n见[注]。\n", "[注]: 共35项。\n见[注]。\n", "35项" },
  { "[甲局] 共35项[^2]。\n\n[b]: http://a.cn/b\n", "[甲局] 共35项[^2]。\n\n\n", "35项" },
  { "[1]: 2.5万元\n\n见[1]，共35项。\n", "[1]: 2.5万元\n\n见[1],共35项。\n", "2.5万元", "35项" },
  { "[甲][乙][丙]共35项。\n\n[丁]: http://a.cn/d 公报\n",
    "[甲][乙][丙]共35项。\n\n[丁]: http://a.cn/d 公报\n", "35项" },
}

describe("a Markdown file", function()
  for k, file in ipairs(FILES) do
    it(("%d: %s"):format(k, file[1]:match "[^\n]*"), function()
      local doc = jilu.document(file[1], { from = "markdown" })
      assert.equal(file[2], doc.folded)
      local at = 1
      for n, fact in ipairs(doc:facts("quantity")) do
        local first, last = file[1]:find(file[n + 2] or "none", at, true)
        assert.same({ first, last }, { doc:original(fact.first, fact.last) })
        at = last + 1
      end
      assert.equal(#file - 2, #doc:facts("quantity"))
    end)
  end
  it("definitions and brackets without end → linear", function()
    local text = ("[甲][1]\n[1]: a/b\n"):rep(20000) .. ("["):rep(200000)
    local began = os.clock()
    jilu.document(text, { from = "markdown" }):close()
    assert.is_true(os.clock() - began < 3)
  end)
end)
