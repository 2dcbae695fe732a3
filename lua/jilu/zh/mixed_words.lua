-- Words of Latin and Han that are one to whoever reads them, and that no list
-- of Han words need have.

return [[
  A股 B股 H股 N股 K线 K线图 K歌 T台 T恤 T恤衫 U盘 U形 U型 V领 V形 V型 X光 X光片 X光机 X射线 γ射线 α粒子 β粒子
  B超 C位 Q币 A型 B型 O型 AB型 A级 B级 C级 D级 A轮 B轮 C轮 A座 B座 A区 B区 AA制 T型 L型 Y型 P图 P2P网贷
  3G网络 4G网络 5G网络 6G网络 4G基站 5G基站 5G技术 4G手机 5G手机 3D打印 3D打印机 VR眼镜 IP地址 IC卡 SIM卡 IT业
  SUV车型 PE管 LED灯 LED屏 IPO上市 GPS定位 DNA检测 CT机 PPT课件 QQ群 QQ号
]]
