# 日期和逐項評價
misfit-date = 不好意思，這個時間我看不太懂。您可以說「2024 年 3 月」、「去年春天」，或「不記得了」。
misfit-date-no-such-day = 日曆上沒有這一天。
misfit-time-no-such-day = 日曆上沒有這一天，您說的是哪一天？
misfit-time-too-far = 這個時間在一年以後了，請說一個一年以內的日子，或選「盡快」。
misfit-matrix = 請從選項中選一個。
date-unknown = 不清楚
date-span = { $earliest } – { $latest }
date-year = { $year } 年
answer-matrix = 已答 { $count } 項，共 { $of } 項
matrix-row = { $row }/{ $of }：{ $statement }

# 報修：安全、是否同一問題、購買時間
-keep-safe = ⚠ 請先確保安全。聞到瓦斯或煤氣味：打開窗戶，不要碰任何開關，到室外去。冒煙、有火花，或帶電的地方有水：能安全操作的話，請關掉總電源，並遠離這台產品。只要有人有危險，請馬上離開，並撥打緊急求助電話。
ask-repair-safety = { -keep-safe }

    我們會以緊急報修為您處理。請問大家都安全嗎？
name-repair-safety = 安全狀況
help-repair-safety = 您的安全最要緊。請點一下目前的狀況，不論選哪一項，我們都會繼續為您報修。
option-repair-safety = { $option ->
    [safe] 我們都安全
   *[unsafe] 還不安全，我正在處理
 }
ask-repair-same = 這款產品您已經有一張報修單在處理了。這次是同一個問題嗎？
name-repair-same = 是否同一問題
help-repair-same = 如果是同一個問題，您說的內容會補充到原本的報修單裡；如果不是，就為您另開一張。
option-repair-same = { $option ->
    [yes] 是同一個問題
   *[no] 是別的問題
 }
ask-repair-bought = 請問是什麼時候買的？大概的時間就可以，例如「2024 年春天」。我們好確認還在不在保固期內。
name-repair-bought = 購買時間
help-repair-bought = 說個月份或季節就夠了。記不清楚就點「不記得了」，我們來查。
option-repair-bought = 不記得了
added-to-open = 謝謝您。已經補充到您的報修單 { $number } 裡了。

# 滿意度調查（表16-8）的其餘問題
ask-survey-more = 謝謝您！可以再請您回答幾個問題嗎？只要兩分鐘，隨時可以結束。
name-survey-more = 更多問題
help-survey-more = 點「繼續回答」接著答，點「先到這裡」就結束。您已經回答的部分都算數。
option-survey-more = { $option ->
    [yes] 繼續回答
   *[no] 先到這裡
 }
ask-survey-care = 服務的時候，有沒有人跟您說明產品要怎麼保養維護？
name-survey-care = 保養說明
help-survey-care = 指服務過程中，我們的人員有沒有說明保養維護的方法。
ask-survey-called = 維修之後，有沒有人回訪過您？
name-survey-called = 維修後回訪
help-survey-called = 打電話或傳訊息，問您用得正不正常，都算回訪。
ask-survey-claim = 您有沒有因為產品品質問題，向我們索賠過？
name-survey-claim = 索賠經驗
help-survey-claim = 為這款產品索賠過就算，不論有沒有結案。
option-survey-care = { $option ->
    [yes] 有
   *[no] 沒有
 }
option-survey-called = { $option ->
    [yes] 有
   *[no] 沒有
 }
option-survey-claim = { $option ->
    [yes] 有
   *[no] 沒有
 }
ask-survey-handling = 那次索賠，您對我們的處理滿意嗎？
name-survey-handling = 索賠處理
help-survey-handling = 我們的態度如何，處理得夠不夠完整，都算在內。
option-survey-handling = { $option ->
    [A] 滿意
    [B] 還算滿意
    [C] 普通
    [D] 不太滿意
   *[E] 不滿意
 }
ask-survey-statements = 下面這句話，符合您的感受嗎？
name-survey-statements = 各項感受
help-survey-statements = 一次一句，點「上一步」看前一句。不想繼續答了，點「完成」就可以。
option-survey-statements = { $option ->
    [holds] 符合
    [mostly-holds] 大致符合
    [so-so] 普通
    [mostly-not] 不太符合
   *[does-not-hold] 不符合
 }
row-survey-statements = { $row ->
    [1] 預約維修不用等很久。
    [2] 維修手續簡便，不用久候。
    [3] 修得很快。
    [4] 說好的時間都能做到，維修沒有超過約定的日期。
    [5] 很少因為缺零件而耽誤維修。
    [6] 維修價格合理。
    [7] 維修人員盡力滿足我的需求。
    [8] 維修人員很有耐心，給的建議實實在在。
    [9] 維修人員對每位客戶都照顧周到。
    [10] 查出了什麼、修了什麼，都有詳細紀錄。
    [11] 這裡的服務是最好的。
    [12] 我願意向朋友推薦貴公司的產品。
    [13] 我相信維修人員能正確查明故障。
    [14] 我相信維修人員能徹底排除故障，不留後患。
   *[15] 維修人員很關心客戶滿不滿意。
 }
ask-survey-remarks = 對我們的服務，您還有什麼想說的嗎？
name-survey-remarks = 其他意見
help-survey-remarks = 用您自己的話說就可以，也可以跳過。

# 資訊回饋表（表16-11）
feedback-intro = 我們的產品好不好用，服務好不好，想聽聽您的感受。點幾下就可以。
ask-feedback-used = 您在用我們的哪些產品？請寫名稱，不只一台的話，也請寫上數量。
name-feedback-used = 使用中的產品
help-feedback-used = 例如「E50 熱水器 1 台、K35 冷氣機 2 台」。
ask-feedback-product = 您對產品滿意嗎？
name-feedback-product = 產品評價
help-feedback-product = 一次一項，點「上一步」看前一項。
ask-feedback-staff = 您對我們的服務人員滿意嗎？
name-feedback-staff = 服務人員評價
help-feedback-staff = 一次一項，點「上一步」看前一項。
option-feedback-product = { $option ->
    [very-satisfied] 很滿意
    [basically-satisfied] 大致滿意
   *[dissatisfied] 不滿意
 }
option-feedback-staff = { $option ->
    [very-satisfied] 很滿意
    [basically-satisfied] 大致滿意
   *[dissatisfied] 不滿意
 }
row-feedback-product = { $row ->
    [quality] 品質
    [appearance] 外觀
    [packaging] 包裝
    [use] 使用情形
   *[delivery] 交貨時間
 }
row-feedback-staff = { $row ->
    [timeliness] 服務及時
    [initiative] 主動熱心
    [effectiveness] 解決問題
    [skill] 專業技術
   *[manner] 服務態度
 }
ask-feedback-suggestions = 您有什麼建議或要求嗎？
name-feedback-suggestions = 建議和要求
help-feedback-suggestions = 用您自己的話說就可以，也可以跳過。
cancel-feedback = 要結束問卷嗎？您已經回答的部分都算數。
cancelled-feedback = 好的，就到這裡。謝謝您告訴我們這些。
feedback-thanks = 非常感謝您！您說的我們都會放在心上。

# 投訴
ask-complaint-words = 很抱歉讓您不滿意了。請您說說事情的經過。
name-complaint-words = 事情經過
help-complaint-words = 用您自己的話說就可以：什麼時候，發生了什麼；知道是哪位人員的話，也請寫上。
ask-complaint-kind = 主要是哪方面的問題？
name-complaint-kind = 問題類型
help-complaint-kind = 點最接近的一項。
option-complaint-kind = { $option ->
    [quality] 產品品質
    [service] 服務態度
    [delay] 時間延誤
    [price] 價格
   *[other] 其他問題
 }
ask-complaint-wish = 您希望我們怎麼解決？
name-complaint-wish = 您的期望
help-complaint-wish = 選了還可以再商量，這樣我們好提出合適的方案。
option-complaint-wish = { $option ->
    [repair] 維修
    [exchange] 換貨
    [refund] 退款
    [compensation] 賠償
    [apology] 道歉
   *[other] 其他辦法
 }
ask-complaint-amount = 您覺得多少金額合適？請填整數。想之後再談的話，可以跳過。
name-complaint-amount = 金額
help-complaint-amount = 填一個整數，也可以跳過。
ask-complaint-name = 請問怎麼稱呼您？例如「王小姐」。
name-complaint-name = 稱呼
help-complaint-name = 只用來稱呼您，沒有其他用途。
ask-complaint-phone = 請留一個電話，方便我們主管聯絡您。
name-complaint-phone = 聯絡電話
help-complaint-phone = 請輸入電話，市內電話要加區碼；也可以傳送您自己的聯絡資訊。
ask-complaint-photos = 有能說明情形的照片或單據嗎？可以傳上來，也可以跳過。
name-complaint-photos = 照片
help-complaint-photos = 最多十張。
review-complaint = 請核對您的投訴內容：
button-send-complaint = ✓ 送出投訴
cancel-complaint = 要取消這次投訴嗎？已填的內容不會保留。
cancelled-complaint = 已取消。如果改變主意，輸入「投訴」就可以。

# 退貨和換貨
ask-return-wish = 請問您想退貨，還是換貨？
name-return-wish = 退貨或換貨
help-return-wish = 退貨：退款給您。換貨：幫您換新的。
option-return-wish = { $option ->
    [return] 退貨
   *[exchange] 換貨
 }
ask-return-reason = 請問是什麼原因？麻煩您說說哪裡不合適。
name-return-reason = 原因
help-return-reason = 用您自己的話說就可以，例如「尺寸不合」，或說說有什麼故障。
ask-return-product = 請問是哪一款產品？
name-return-product = 產品
help-return-product = 點選產品，或輸入產品名稱、型號。
ask-return-serial = 請問序號是多少？機身標籤上有。找不到可以跳過。
name-return-serial = 序號
help-return-serial = 例如 E50-2405-000117。
ask-return-quantity = 請問有幾件？
name-return-quantity = 數量
help-return-quantity = 點選或輸入數字都可以。
option-return-quantity = { $option }
ask-return-bought = 請問是什麼時候買的？大概的時間就可以。
name-return-bought = 購買時間
help-return-bought = 說日期、月份、季節都可以；記不清楚就點「不記得了」。
option-return-bought = 不記得了
ask-return-proof = 請傳一張發票或收據的照片，沒有可以跳過。
name-return-proof = 購買憑證
help-return-proof = 發票、收據、訂單頁面都可以。沒有也沒關係，我們的人員會幫您查。
ask-return-state = 商品現在的狀況如何？
name-return-state = 商品狀況
help-return-state = 點最接近的一項。
option-return-state = { $option ->
    [unopened] 未拆封
    [unused] 已拆封沒用過
    [used] 用過
   *[damaged] 有損壞
 }
ask-return-tried = 之前有沒有人處理過？沒有就跳過。
name-return-tried = 已做的處理
help-return-tried = 例如經銷商或維修人員做過什麼。
ask-return-questions = 還有什麼希望我們解答或解決的嗎？沒有就跳過。
name-return-questions = 希望解決的問題
help-return-questions = 一個或幾個都可以，用您自己的話說。
ask-return-place = 請問到哪裡取件？請輸入地址，或傳送位置。
name-return-place = 取件地址
help-return-place = 請寫清楚行政區、街道和門牌號碼。
ask-return-name = 請問怎麼稱呼您？例如「王小姐」。
name-return-name = 稱呼
help-return-name = 只用來稱呼您，沒有其他用途。
ask-return-phone = 請留一個能聯絡到您的電話。
name-return-phone = 聯絡電話
help-return-phone = 請輸入電話，市內電話要加區碼；也可以傳送您自己的聯絡資訊。
review-return = 請核對您填的內容：
button-send-return = ✓ 送出
cancel-return = 要取消嗎？已填的內容不會保留。
cancelled-return = 已取消。有需要隨時找我們。

# 改時間、補充內容、互相留言
ask-retime-time = 您看改到什麼時候上門比較方便？
name-retime-time = 上門時間
help-retime-time = 點一個時間，或直接寫您方便的時段。
cancel-retime = 不改上門時間了嗎？
cancelled-retime = 好的，上門時間不變。
ask-addition-words = 請問您想補充什麼？
name-addition-words = 補充內容
help-addition-words = 寫一句話告訴維修人員就可以，照片下一步再傳。
ask-addition-photos = 有照片也可以傳上來，沒有就跳過。
name-addition-photos = 照片
help-addition-photos = 最多十張。
cancel-addition = 不補充了嗎？
cancelled-addition = 好的，報修單沒有更動。
addition-done = 謝謝您，已經補充到 { $number }。
nothing-to-add = 您沒有補充內容，報修單沒有更動。
ask-talk-words = 請問您想說什麼？對方會在聊天中收到，看不到電話號碼。
name-talk-words = 留言
help-talk-words = 一次一則，會和這次報修一起保存。
cancel-talk = 不傳了嗎？
cancelled-talk = 好的，沒有傳送。
retime-done = 謝謝您，{ $number } 的新上門時間記下了：{ $time }。
notice-photo-added = 照片已加到 { $number }，謝謝您。
notice-talk-sent = 已傳送。（{ $number }）
button-talk-technician = 💬 留言給維修人員
button-talk-customer = 💬 留言給客戶
button-reply = 💬 回覆
button-retime = 🕘 改時間
button-add = ➕ 補充內容
notice-said = 💬 { $name }（{ $number }）：{ $words }
notice-ticket-added = ➕ 客戶為 { $number } 補充：{ $words }
notice-time-changed = 🕘 { $number }：希望上門時間改為：{ $suits }

# 投訴和退換貨已受理
notice-complaint-taken = 您的投訴收到了，編號是 { $number }，已轉給主管。由誰處理會在這裡告訴您，您也可以隨時用編號查進度。
notice-return-taken = 您的申請收到了，編號是 { $number }。最晚 { $due_at } 前安排好取件，安排好會在這裡告訴您。
status-complaint = 投訴 { $number }：{ $name ->
    [none] 已轉給主管，還沒有人處理。
   *[other] { $name }正在處理。
 }
status-return = 申請 { $number }：{ $status ->
    [arranged] 取件已經安排好。
   *[received] 最晚 { $due } 前安排好取件。
 }
complaint-head = ⚠ 投訴 { $number }
return-head = 📦 { $wish ->
    [return] 退貨
   *[exchange] 換貨
 } { $number }
button-complain = 我要投訴
button-return = 我要退換貨

# 真人客服
button-take-over = 我來回覆
button-give-back = 交還機器人
taken-over = 您正在和{ $name }對話。您在這裡寫的內容會傳給對方；點「{ button-give-back }」結束對話。
taken-over-customer = 客服人員{ $name }來為您服務了。您之前填的內容都會保留。
given-back = 接下來由機器人接待{ $name }。
given-back-customer = 真人服務已結束，接下來還是由我為您服務。
relayed = { $name }：{ $words }
relayed-desk = { $name }（客服）：{ $words }
toast-taken-over = 這個對話由您來回覆。
refusal-too-late-takeover = 已經有人在回覆了。

# 沒聽懂的說法
unmatched-head = ❓ 客戶說的{ $kind ->
    [product] 產品
   *[fault] 故障
 }是「{ $words }」。這是指哪一個？
unmatched-none = 都不是
unmatched-learned = 記住了：「{ $words }」就是{ $name }。
unmatched-left = 好的，這個說法先放著。

button-keep = 保持不變
button-survey-more = 再回答幾個問題
card-wish = 期望：{ $wish }
card-amount = 金額：{ $amount }
added-photo = 一張照片
feedback-head = 📋 一位老客戶對以下方面不滿意：
unmatched-settled = 這些說法已經處理過了。
wants-person = 🙋 { $name } 想和真人客服聊。
somebody = 有客戶
photo-from = { $name } 傳來的照片
photo-from-about = { $name } 傳來的照片（{ $number }）
refusal-too-late-open = 那張報修單剛剛已經結束了。請把「是否同一件事」改成「不是」。
notice-danger = ⚠ { $number } 有危險：「{ $words }」。{ $safety ->
    [safe] 客戶說大家都安全。
   *[unsafe] 客戶還沒有脫離危險！
 }
card-warranty = 保固：{ $coverage ->
    [free] 免費，保固至{ $first }
    [supplier] 由供應商（{ $supplier }）負責，保固至{ $first }
    [chargeable] { $why ->
        [none] 需付費，這款產品沒有保固
       *[ended] 需付費，保固已於{ $last }到期
     }
   *[unclear] { $why ->
        [span] 待確認，到期日在{ $first }至{ $last }之間
       *[no-date] 待確認，沒有購買日期
     }
 }
# Danger, wherever it is spoken of
remark-repair-safety = 那請先顧人，報修可以等。請帶大家離開房間或屋子，別讓其他人靠近；需要協助就馬上撥打緊急求助電話。您說的內容都保留著，到了安全的地方再繼續填。
ask-return-safety = { -keep-safe }

    您送出後，主管會馬上知道。請問大家都安全嗎？
name-return-safety = 安全狀況
help-return-safety = 您的安全最要緊。請點一下目前的狀況，然後我們繼續。
option-return-safety = { $option ->
    [safe] 我們都安全
   *[unsafe] 還不安全，我正在處理
 }
remark-return-safety = { remark-repair-safety }
ask-complaint-safety = { -keep-safe }

    您送出後，主管會馬上知道。請問大家都安全嗎？
name-complaint-safety = 安全狀況
help-complaint-safety = 您的安全最要緊。請點一下目前的狀況，然後我們繼續。
option-complaint-safety = { $option ->
    [safe] 我們都安全
   *[unsafe] 還不安全，我正在處理
 }
remark-complaint-safety = { remark-repair-safety }
ask-addition-safety = { -keep-safe }

    您送出後，主管會馬上知道。請問大家都安全嗎？
name-addition-safety = 安全狀況
help-addition-safety = 您的安全最要緊。請點一下目前的狀況，然後我們繼續。
option-addition-safety = { $option ->
    [safe] 我們都安全
   *[unsafe] 還不安全，我正在處理
 }
remark-addition-safety = { remark-repair-safety }
notice-complaint-in-hand = 投訴 { $number }：{ $name }已開始處理。
notice-complaint-due = ⏰ 投訴 { $number } 的處理期限到了，目前{ $status ->
    [in-hand] 有人在處理
   *[received] 還沒有人處理
 }。
notice-return-arranged = 申請 { $number }：取件已經安排好。
notice-return-due = ⏰ { $number } 的取件期限到了，還沒有人安排。
complaint-handler = 處理人：{ $name }
complaint-by = 期限：{ $due }
return-collection = { $status ->
    [arranged] 取件已安排
   *[received] 最晚 { $due } 前安排取件
 }
button-take-complaint = 我來處理
button-collection-arranged = ✓ 取件已安排
toast-complaint-taken = { $number } 由您處理。
toast-return-arranged = { $number }：已通知客戶。
refusal-too-late-complaint = 這件投訴已經有人處理了。
