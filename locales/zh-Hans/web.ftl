# 网页聊天
web-title = { $company } · 售后客服
web-write-here = 输入消息
web-send = 发送
web-attach-photo = 发送照片
web-share-place = 发送位置
web-connecting = 正在连接……
web-offline = 网络已断开，正在重新连接……
web-place-denied = 无法获取位置，请输入地址。
web-too-large = 图片超过 10 MB，请换一张小一点的。
web-not-sent = 尚未发出
web-today = 今天
web-new-messages = 新消息
web-language = 语言
web-text-too-long = 您写了 { $length } 个字，一次最多发 { $longest } 个字，麻烦精简一下。
web-frame-unreadable = 这条内容没能识别，请再试一次。

# 演示页面
demo-title = aftercare · 三部手机上的售后一天
demo-intro = 左边报修，中间接单，右边掌握全局。时钟由您来拨。
demo-customer = 客户
demo-technician = 技术员
demo-supervisor = 主管
demo-ten-minutes-later = 10 分钟后
demo-an-hour-later = 1 小时后
demo-a-day-later = 1 天后
demo-now-is = 现在是
demo-follow-offers = 跟着工单切换技术员
demo-new-customer = 换一位新客户
demo-language = 语言
