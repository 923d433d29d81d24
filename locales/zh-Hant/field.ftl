# 遠端協助
button-remote = 💬 先線上試試
button-visit-needed = 🚗 需要上門
button-remote-yes = 好，先試試
button-remote-no = 不用，請上門
remote-consent = 💬 { $technician }想先在聊天裡協助您處理 { $number }，也許不必上門就能解決。對話會隨報修單保存。您同意嗎？
remote-answered = { $number }：{ $state ->
    [agreed] 您已同意線上處理。直接在這裡打字或傳照片，維修人員就會收到。
    [refused] 您選擇請人上門。
   *[other] 已不需要線上處理。
 }
notice-remote-agreed = 客戶同意線上處理 { $number }。直接在這裡寫，客戶就會收到。
notice-remote-refused = 客戶希望 { $number } 直接上門。
notice-visit-needed = 線上無法解決，{ $technician }會上門為您維修。（{ $number }）
toast-remote-asked = 正在徵求客戶同意。
toast-remote-agreed = 謝謝您，{ $number } 先線上處理。
toast-remote-refused = 好的，安排上門。
toast-visit-needed = 已記錄：需要上門。

# 方案與報價
button-propose = 📝 方案與報價
button-proposal-yes = ✓ 同意
button-proposal-no = ✕ 不同意
proposal-head = 📝 { $number }：維修人員的方案
proposal-cause = 故障原因：{ $cause }
proposal-plan = 維修方案：{ $plan }
proposal-price = 費用：{ $price }
proposal-free = 費用：免費
proposal-state = { $state ->
    [asked] 您同意嗎？
    [agreed] 您已同意。
   *[refused] 您沒有同意。
 }
card-plan = { $state ->
    [asked] 客戶還沒有答覆。
    [agreed] ✓ 客戶已同意。
   *[refused] ✕ 客戶沒有同意，不能收費。
 }
notice-proposal-agreed = ✓ 客戶同意 { $number } 的維修方案。
notice-proposal-refused = ✕ 客戶不同意 { $number } 的維修方案。
solved-charge = 應付（已經您同意）：{ $price }
refusal-wrong-move-charge = 客戶沒有同意收這麼多。請依約定的費用收取，或先把方案與報價傳給客戶。
refusal-too-late-helper = { $name }已經去支援 { $number } 了。
refusal-too-late-proposal = 這份方案已經回覆過，或維修已經結束。
toast-proposal-agreed = 謝謝您，已記錄。
toast-proposal-refused = 已記錄。沒有您的同意，我們不會動工。

# 遇到狀況
button-parts = 🔩 缺零件
button-parts-here = 🔩 零件到了
button-help-wanted = 🙋 請求支援
button-no-access = 🚪 沒人在家
button-hand-back = ↩ 退回工單
button-late = ⏰ 會遲到
button-late-by = { $minutes } 分鐘
late-which = 大約多久會到？
toast-late = 已通知客戶。
hand-back-why = 要退回 { $number } 嗎？是什麼原因？
reason-why = { $reason ->
    [busy] 沒有時間
    [far] 太遠了
    [skill] 不是我的專長
    [parts] 缺零件或工具
    [ill] 身體不適
   *[other] 其他原因
 }
toast-handed-back = { $number } 會轉給其他同事。
decline-why = 為什麼不接 { $number }？點一下，方便我們排班。
toast-decline-reason = 謝謝您。
toast-parts-here = 工單繼續。
notice-waiting-parts = { $number } 正在等零件：{ $parts }。零件一到{ $technician }就來，您不必做什麼。
notice-parts-needed = 🔩 { $technician }處理 { $number } 需要零件：{ $parts }
notice-parts-here = { $number } 的零件到了，維修人員會再上門。
notice-parts-here-job = 🔩 { $number } 的零件到了。
notice-no-access = 🚪 { $technician }到了您家門口（{ $number }），沒有人應門。什麼時候方便再來？請點「改時間」。
notice-no-access-reminder = { $number }：維修人員上門時沒有人在。您什麼時候方便？
notice-handed-back = { $number } 有個小變動：正在為您另外安排維修人員。
notice-handed-back-desk = ↩ { $technician }退回了 { $number }：{ $reason }
notice-late = ⏰ { $technician }大約 { $expected_at } 到您那裡。（{ $number }）
card-expected = 預計抵達：{ $at }
help-wanted = 🙋 { $name }處理 { $number } 需要支援：「{ $words }」
help-given = 🙋 { $number }：{ $name }去支援。
help-over = 🙋 { $number }：已不需要支援。
button-give-help = 我來支援
notice-help-wanted-desk = 🙋 { $technician }處理 { $number } 需要支援，但沒有對口的同事值班：「{ $words }」
notice-help-comes = 🙋 { $name }來支援您處理 { $number }。
help-asked = { $count ->
    [0] 沒有對口的同事值班，已通知主管。
   *[other] 已向 { $count } 位同事求助。
 }
toast-help-given = 謝謝您，已通知同事。
arrive-far = 您離 { $number } 的地址大約還有 { $km } 公里。已經到了嗎？
button-arrive-far = 📍 是的，到了

# 沒有回音
notice-solved-reminder = { $number } 已經修完，還在等您一句話：修好了嗎？
notice-closed-unanswered = 一直沒有您的回音，{ $number } 先結案了。如果還有問題，點下面的按鈕或直接寫給我們。
notice-closed-no-access = 一直沒能跟您約好時間，{ $number } 先結案了。如果還需要維修，點下面的按鈕或直接寫給我們。
button-still-needed = 還需要維修

# 維修人員的表單
ask-parts-words = 缺哪些零件？工單會等零件，並通知客戶。
name-parts-words = 零件
help-parts-words = 名稱和數量，例如「排水泵浦 DP-20 ×1」。在您說零件到了之前，時限暫停。
cancel-parts = 不填了嗎？工單就不等零件了。
cancelled-parts = 好的，工單照舊。
ask-assist-words = 需要什麼支援？
name-assist-words = 支援內容
help-assist-words = 一兩句話就好，值班的對口同事馬上看得到。
cancel-assist = 不求助了嗎？
cancelled-assist = 好的，沒有求助。
ask-noaccess-photos = 請拍一張門口或門鈴的照片，證明您到過。
name-noaccess-photos = 照片
help-noaccess-photos = 至少傳一張照片，再點「完成」。我們會請客戶另約時間。
cancel-noaccess = 不填了嗎？工單維持原狀。
cancelled-noaccess = 好的，工單照舊。
ask-proposal-cause = 故障原因是什麼？
name-proposal-cause = 故障原因
help-proposal-cause = 您查到的真正原因。
ask-proposal-plan = 打算怎麼修？
name-proposal-plan = 維修方案
help-proposal-plan = 做什麼、要多久，客戶會看到。
ask-proposal-price = 客戶一共要付多少？
name-proposal-price = 費用
help-proposal-price = 工錢、零件、車馬費合計，填整數。保固範圍內不收費。
option-proposal-price = { $option }
review-proposal = 客戶會看到：
button-send-proposal = ✓ 傳給客戶
cancel-proposal = 不填了嗎？不會傳給客戶。
cancelled-proposal = 好的，沒有傳送。
parts-noted = { $number } 等零件，客戶已知道。
noaccess-noted = 已記錄，正在請客戶為 { $number } 另約時間。
proposal-sent = 正在請客戶確認 { $number } 的方案。

# 剩餘工作與日報
ask-record-work = 屬於哪類工作？
name-record-work = 工作種類
help-record-work = 工作種類會計入您的日報。
option-record-work = { $option ->
    [repair] 維修
    [replace] 更換
    [adjust] 調校
    [clean] 清潔
    [software] 軟體
    [install] 安裝
    [guidance] 指導
   *[inspect] 檢查
 }
kind-of-work = { $kind ->
    [repair] 維修
    [replace] 更換
    [adjust] 調校
    [clean] 清潔
    [software] 軟體
    [install] 安裝
    [guidance] 指導
    [inspect] 檢查
    [travel] 路程
   *[unfinished] 未完成
 }
ask-record-charge = 向客戶收多少？只能收客戶同意的費用。
name-record-charge = 收費
help-record-charge = 填整數，不收費填 0。超過約定價格無法送出。
option-record-charge = { $option }
ask-record-rest = 還有沒做完的嗎？有就寫下來，沒有就略過。
name-record-rest = 待辦
help-record-rest = 一兩句話就好，會另開工單。
follow-on-opened = 已另開工單：{ $number }。
notice-follow-on = { $follows } 還有要做的：「{ $words }」。{ $technician }已為此另開工單 { $number }。
daily-head = 🗒 { $day } 日報 · { $state ->
    [sent] 已送出
   *[draft] 請核對後送出
 }
daily-kind = { $work }：{ $jobs } 件，{ $minutes } 分鐘
daily-total = 合計：{ $hours } 小時 { $minutes } 分鐘（重疊只計一次）
button-daily-send = ✓ 送出
button-daily-correct = ✎ 更正
toast-daily-sent = 已送出，辛苦了！
daily-summary-head = 🗒 { $day } 彙總：{ $sent } 份日報
daily-missing = 還沒交：{ $names }
ask-daily-minutes = 當天一共工作多少分鐘？
name-daily-minutes = 分鐘
help-daily-minutes = 當天全部工時，含路程，填整數分鐘。
ask-daily-note = 有要補充的嗎？沒有就略過。
name-daily-note = 備註
help-daily-note = 主管會和日報一起看到。
cancel-daily = 不改了嗎？日報維持原狀。
cancelled-daily = 好的，日報照舊。

# 主管看工單
file-ranking = 派工理由（最近一次排序）：

# 使用諮詢
button-answer = 💬 回答
button-answered-yes = ✓ 我懂了
button-answered-no = ✕ 還不清楚
ask-guidance-solution = 簡單寫一下，您是怎麼回答客戶的？
name-guidance-solution = 回答
help-guidance-solution = 一兩句話就好，會隨報修單保存，並請客戶確認有沒有幫上忙。
cancel-guidance = 不填了嗎？這個諮詢就還沒結束。
cancelled-guidance = 好的，諮詢繼續。
guidance-filed = { $number } 的回答已送出，正在請客戶確認。
notice-accepted-question = { $technician }會在這裡回答您的問題。（{ $number }）
notice-solved-question = { $technician }已回答 { $number }：「{ $solution }」
    請問有解答您的問題嗎？
notice-solved-reminder-question = { $number }：我們的回答有幫上忙嗎？還在等您一句話。
notice-confirmed-thanks-question = 謝謝您。還有不清楚的地方，隨時問我們。
notice-closed-unanswered-question = 一直沒有您的回音，諮詢 { $number } 先結束了。如果還沒弄清楚，點下面的按鈕或直接寫給我們。
