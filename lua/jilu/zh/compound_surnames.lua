-- Surnames of two characters: those that many bear and that mean nothing
-- else, and those that are rare, or words or places too.

local compound = {
  common = "欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 端木 轩辕",
  rare = "濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 司空 司寇 亓官 颛孙 漆雕 乐正 壤驷 公良 拓跋 夹谷 "
    .. "宰父 谷梁 段干 东郭 南门 呼延 羊舌 梁丘 左丘 东门 西门 澹台 公冶 宗政 太史 闻人 赫连 万俟 完颜 "
    .. "耶律 纳兰 公羊 巫马 公西 贺兰 哥舒 斛律 屈突 达奚 豆卢 呼衍 仆固",
}

return compound
