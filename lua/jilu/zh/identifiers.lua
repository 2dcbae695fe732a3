-- Words beside numbers that are looked up: of documents, licences, telephones.

return function(add)
  add("year_open", "〔 [ ( 【 〈")
  add("serial_end", "号")
  add("licence", "ICP备 ICP备案 ICP证 公网安备")
  add("telephone", [[
    电话 手机 传真 热线 联系电话 咨询电话 举报电话 监督电话 服务热线 咨询热线 联系方式 办公电话 值班电话 手机号 手机号码 电话号码 客服电话
  ]])
end
