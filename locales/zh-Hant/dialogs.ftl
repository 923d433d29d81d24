# 每份表單的導覽
button-back = ‹ 上一步
button-skip = 跳過 ›
button-done = ✓ 完成
button-cancel = ✕ 取消
button-edit = ✎ 修改
button-cancel-no = 繼續填寫
button-cancel-yes = 確定取消
button-marked = ☑ { $label }
button-unmarked = ☐ { $label }
button-none-product = 都不是
button-none-fault = 都不符合
button-all-fault = 查看這類產品的所有故障
button-far = 沒錯，就是這裡
button-share-place = 📍 傳送我的位置
button-share-contact = 📱 傳送我的手機號碼
button-share-photo = 📷 照片
answer-now = 目前填的是：{ $answer }
answer-skipped = —
answer-unknown = 還不清楚
answer-pin = 已傳送的位置（{ $latitude }, { $longitude }）
answer-photos = { $count ->
   *[other] { $count } 張照片
 }
photos-so-far = { $count ->
   *[other] 已收到 { $count } 張照片。可以繼續傳，或點「完成」。
 }
review-line = { $name }：{ $answer }
change-which = 您想修改哪一項？
window = { $day } { $start }:00–{ $end }:00
window-soon = 盡快
resuming = 好，我們接著剛才的繼續：
taken-product = 產品：{ $name }。（如果不對，稍後點「修改」就能更改。）
taken-fault = 故障：{ $name }。
lookup-missed = 沒有找到符合的項目。請從下面選一個，或換個說法試試。
kept-place = 位置記下了。
kept-contact = 電話記下了。
kept-photos = 照片收到了。

# 答得不合適的時候
misfit-empty = 您傳的是空白訊息，請簡單說幾句。
misfit-too-long = 您寫了 { $length } 個字，這裡最多 { $longest } 個字，麻煩精簡一下。
misfit-text = 這一題請用文字回答。
misfit-choice = 請從選項中選一個。
misfit-several = 請點按鈕勾選，或直接傳字母，例如「A C」。
misfit-number = 請填 { $low } 到 { $high } 之間的整數。
misfit-lookup = 請點按鈕選擇，或用文字告訴我。
misfit-place = 請輸入地址，或傳送位置。
misfit-address-short = 這個地址有點短，請寫上街道和門牌號碼。
misfit-far = 這裡離我們的服務區域比較遠。位置沒錯的話，請在下面確認；不對的話，請重新傳一個。
misfit-contact = 請留一個電話號碼。
misfit-contact-not-own = 這是別人的聯絡資訊。請傳送您自己的，或直接輸入聯絡電話。
misfit-phone = 這個號碼好像不對。請完整輸入（市內電話要加區碼），例如 +886 912 345 678 或 +86 21 6234 5678。
misfit-time = 請選一個時間，或直接告訴我您什麼時候方便。
misfit-time-past = 這個時間已經過了，請另選一個。
misfit-photos = 請傳一張照片，或點「跳過」。
misfit-photos-enough = { $most } 張照片就夠了，謝謝您。
misfit-button = 這個按鈕已經失效，請用下面的按鈕。
misfit-review = 請核對一下內容：可以送出、修改，也可以取消。
misfit-change = 請點您要修改的那一項。
misfit-cancel = 請點「繼續填寫」或「確定取消」。
nothing-to-change = 目前還沒有可以修改的內容。
nothing-before = 這已經是第一題了。
nothing-gathered = 這一題不用點「完成」，直接回答就可以了。
choose-first = 請至少選一項。
cannot-skip = 這一項需要填寫，不能跳過。
toast-noted-already = 已經記下了。
toast-earlier-question = 這是前面問題的按鈕，請看現在這一題。
toast-form-over = 這一步已經結束了。
help-review = 請核對內容，沒問題就送出；點「修改」可以更改任何一項。
help-change = 點您想改的那一項，其他內容都不會變。
help-cancel = 別擔心，內容都還在。點「繼續填寫」就能回到剛才的問題。

# 報修
ask-repair-symptoms = 請問出了什麼問題？用您自己的話說就可以。
ask-repair-product = 請問是哪一款產品？
ask-repair-fault = 下面哪一項最接近您遇到的故障？
ask-repair-urgency = 請問這次維修急不急？
ask-repair-place = 產品在什麼地方？請輸入地址，或傳送位置。
ask-repair-door = 為了方便維修人員找到門口，要不要補充一下棟別、樓層、室號？
ask-repair-name = 請問怎麼稱呼您？例如「王小姐」。
ask-repair-phone = 請留一個能聯絡到您的電話，只有接單的維修人員和我們的客服看得到。
ask-repair-time = 您什麼時候方便讓維修人員上門？
ask-repair-photos = 有照片的話，維修人員更容易判斷。可以傳一張或幾張，也可以跳過。
name-repair-symptoms = 故障情形
name-repair-product = 產品
name-repair-fault = 故障類型
name-repair-urgency = 緊急程度
name-repair-place = 地址
name-repair-door = 棟別樓層
name-repair-name = 稱呼
name-repair-phone = 聯絡電話
name-repair-time = 上門時間
name-repair-photos = 照片
help-repair-symptoms = 說說產品哪裡不正常，例如「熱水器沒有熱水，還一直嗶嗶叫」。
help-repair-product = 點選產品，或輸入產品名稱、機身標籤上的型號。
help-repair-fault = 點最接近的一項。如果都不像，點「都不符合」，我們會保留您的原話。
help-repair-urgency = 「緊急」是指有安全疑慮，或產品完全不能用。緊急報修不分日夜，優先處理。
help-repair-place = 維修人員會依這個地址上門。請寫清楚行政區、街道和門牌號碼，或點迴紋針圖示傳送位置。
help-repair-door = 例如「3 棟 5 樓之 2，門鈴按兩下」。好找的話可以跳過。
help-repair-name = 只用來稱呼您，沒有其他用途。
help-repair-phone = 請輸入電話，市內電話要加區碼；也可以傳送您自己的聯絡資訊。除了上門的維修人員和我們的客服，其他人都看不到。
help-repair-time = 點一個時間，或直接寫您方便的時段，例如「平日晚上六點以後」。
help-repair-photos = 最多十張：故障部位、有型號的標籤、顯示錯誤代碼的螢幕都可以。
option-repair-urgency = { $option ->
    [normal] 普通
    [expedited] 加急
   *[urgent] 緊急：有危險，或完全不能用
 }
review-repair = 請核對您的報修資料：
button-send-repair = ✓ 送出報修
cancel-repair = 要取消這次報修嗎？已填的內容不會保留。
cancelled-repair = 已取消。有需要隨時找我們，直接說哪裡壞了就可以。

# 服務紀錄
ask-record-cause = 故障原因是什麼？
ask-record-solution = 是怎麼解決的？
ask-record-parts = 用了哪些零件？請寫名稱和數量，沒用就跳過。
ask-record-minutes = 維修花了幾分鐘？
ask-record-photos = 有維修照片嗎？可以傳上來，也可以跳過。
name-record-cause = 故障原因
name-record-solution = 處理方式
name-record-parts = 零件
name-record-minutes = 工時（分鐘）
name-record-photos = 照片
help-record-cause = 寫您查明的真正原因，例如「電熱管燒穿」。
help-record-solution = 寫做了哪些處理，例如「更換電熱管，試機 20 分鐘正常」。
help-record-parts = 例如「電熱管 HE-20 ×1、墊圈 ×2」。
help-record-minutes = 現場維修的時間，填整數分鐘，點選或輸入都可以。
help-record-photos = 修好的部位、換下的舊零件、試機後的讀數都可以。
option-record-minutes = { $option } 分鐘
review-record = 請核對服務紀錄：
button-send-record = ✓ 送出並完工
cancel-record = 先不填服務紀錄了嗎？工單不會結案。
cancelled-record = 工單還沒結案。準備好了，在工單卡片上點「完工」就可以。

# 異議和回訪
ask-objection-words = 很抱歉，給您添麻煩了。請問還有什麼問題沒解決？
name-objection-words = 未解決的問題
help-objection-words = 用您自己的話說就可以。我們會再安排一次上門維修，24 小時內給您新的解決方案。
cancel-objection = 先不說了嗎？這張報修單會繼續等您回覆。
cancelled-objection = 好的。如果還有問題，隨時跟我們說一聲。
ask-callback-words = 這次回訪結果如何？
name-callback-words = 回訪結果
help-callback-words = 寫一兩句就可以：客戶怎麼說，和客戶怎麼約定。
cancel-callback = 先不填了嗎？這項回訪仍由您負責。
cancelled-callback = 好的，這項回訪仍由您負責。

# 滿意度調查（表16-8）
ask-survey-score = 您對我們的服務滿意嗎？10 分是完全滿意，1 分是很不滿意。
ask-survey-reasons = 是哪些地方讓您不夠滿意？可以複選。
ask-survey-words = 請用您自己的話說說看。
name-survey-score = 評分
name-survey-reasons = 原因
name-survey-words = 您的說明
help-survey-score = 10–9 完全滿意，8–7 還算滿意，6–5 普通，4–3 不太滿意，2–1 不滿意。
help-survey-reasons = 點一下選取，再點一下取消；選好後點「完成」。
help-survey-words = 一句話就夠了。
option-survey-score = { $option }
option-survey-reasons = { $option ->
    [A] A · 沒有查出故障原因
    [B] B · 查出了故障，但沒有完全修好
    [C] C · 缺少零件或工具，耽誤了維修
    [D] D · 服務態度不好
    [E] E · 做的不是我要求的
    [F] F · 沒有遵守約定的時間
    [G] G · 價格超出原先的估價
    [H] H · 服務人員索取小費
   *[I] I · 其他，我來說明
 }
cancel-survey = 要結束問卷嗎？您已經回答的部分都算數。
cancelled-survey = 好的，就到這裡。謝謝您告訴我們這些。
survey-intro = 您的報修單 { $number } 已完成。方便的話，請回答兩個小問題：
survey-reminder = 打擾您一下：{ $number } 這次服務，您覺得怎麼樣？點一下就可以。
survey-thanks = 謝謝您！您的意見對我們很有幫助。
survey-thanks-low = 謝謝您坦白告訴我們。主管會了解情況，並回電給您。
# 報修：類別、其他狀況、代誰報修
button-that-is-all = 沒有了
button-further = ➕ { $name }
misfit-further = 請說說還有哪裡不正常；沒有的話，點「{ button-that-is-all }」。
ask-repair-usage = 您是想問怎麼使用，還是產品出了狀況？
name-repair-usage = 事項
help-repair-usage = 使用上的問題會由專人回覆，不必派人上門。
option-repair-usage = { $option ->
    [yes] 想問怎麼使用
   *[no] 產品出了狀況
 }
ask-repair-kind = 請問屬於哪一類？
name-repair-kind = 類別
help-repair-kind = 方便我們轉給負責的同事。選最接近的一項就可以。
option-repair-kind = { $option ->
    [hardware] 零件壞了或磨損
    [software] 軟體、設定或連線問題
    [equipment] 加裝設備
    [function] 變更功能
    [question] 使用諮詢
   *[other] 其他
 }
ask-repair-further = 還有其他不正常的地方嗎？
name-repair-further = 其他狀況
help-repair-further = 請一則訊息說一個狀況，最多三個。沒有的話，點「{ button-that-is-all }」。
ask-repair-writer = 請問您是代誰報修？
name-repair-writer = 報修方
help-repair-writer = 如果您是經銷商，我們還會請教您客戶的資料。
option-repair-writer = { $option ->
    [self] 自己
    [organisation] 公司或機關
   *[dealer] 我是經銷商
 }
ask-repair-organisation = 請問貴公司或單位的名稱？
name-repair-organisation = 公司名稱
help-repair-organisation = 例如公司、商店、學校或機關的名稱。
ask-repair-client = 請問您的客戶是哪一位？寫姓名或公司名稱都可以。
name-repair-client = 您的客戶
help-repair-client = 產品是誰的就寫誰，維修人員會到那裡去。
ask-repair-clientphone = 維修人員打哪支電話可以聯絡到您的客戶？如果聯絡您就好，請跳過。
name-repair-clientphone = 客戶電話
help-repair-clientphone = 請輸入電話，市話要加區碼；也可以傳送客戶的聯絡資訊。只有接單的維修人員和我們的客服看得到。
ask-repair-tried = 您已經試過哪些方法？沒有就跳過。
name-repair-tried = 試過的方法
help-repair-tried = 例如「重新開機過，換過保險絲」，維修人員就不必再試一次。
ask-repair-honorific = 怎麼稱呼您比較合適？
name-repair-honorific = 尊稱
help-repair-honorific = 維修人員上門時方便稱呼您。
option-repair-honorific = { $option ->
    [ms] 小姐／女士
    [mr] 先生
   *[none] 直接稱呼姓名
 }
