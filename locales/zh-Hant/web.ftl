# 網頁聊天
web-title = { $company } · 售後客服
web-write-here = 輸入訊息
web-send = 傳送
web-attach-photo = 傳送照片
web-share-place = 傳送位置
web-connecting = 連線中……
web-offline = 網路已中斷，正在重新連線……
web-place-denied = 無法取得位置，請輸入地址。
web-too-large = 圖片超過 10 MB，請換一張小一點的。
web-not-sent = 尚未送出
web-today = 今天
web-new-messages = 新訊息
web-language = 語言
web-text-too-long = 您寫了 { $length } 個字，一次最多傳 { $longest } 個字，麻煩精簡一下。
web-frame-unreadable = 這則內容無法辨識，請再試一次。

# 示範頁面
demo-title = aftercare · 三支手機上的售後一天
demo-intro = 左邊報修，中間接單，右邊掌握全局。時鐘由您來撥。
demo-customer = 客戶
demo-technician = 維修人員
demo-supervisor = 主管
demo-ten-minutes-later = 10 分鐘後
demo-an-hour-later = 1 小時後
demo-a-day-later = 1 天後
demo-now-is = 現在是
demo-follow-offers = 跟著工單切換維修人員
demo-new-customer = 換一位新客戶
demo-language = 語言
