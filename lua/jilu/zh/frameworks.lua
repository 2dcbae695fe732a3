-- What kind of thing a numeral phrase must count to be a system of work by
-- itself, where no headings or items spell it out: 三项机制, 五大工程.

return {
  nouns = {
    "机制", "制度", "体系", "工程", "行动", "模式", "举措", "措施", "载体", "平台", "抓手", "工作法", "计划", "清单",
    "建设", "提升", "突出", "强化", "坚持", "聚焦", "转变", "覆盖", "引领", "战略", "路径", "方式",
  },
}
