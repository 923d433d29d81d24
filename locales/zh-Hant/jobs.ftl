# 客戶的卡片
card-number = 🧾 報修單 { $number }
card-status-customer = { $status ->
    [received] 已收到您的報修
    [graded] 正在為您找維修人員
    [offered] 正在聯絡維修人員
    [unassigned] 主管正在為您安排維修人員
    [accepted] 維修人員已接單
    [en-route] 維修人員正在路上
    [arrived] 維修人員已到現場
    [diagnosed] 已查明故障原因
    [repaired] 維修已完成
    [awaiting-confirmation] 維修已完成，請您確認是否修好
    [objected] 二次處理：正在重新安排上門維修
    [confirmed] 已修好並確認，謝謝您！
    [remote] 維修人員正在線上協助您
    [waiting-parts] 正在等零件
    [no-access] 上門時沒有人在，請另約時間
    [unanswered] 沒有收到您的回覆，已結案
   *[cancelled] 已取消
 }
card-status-question = { $status ->
    [accepted] 已有專人接手，很快在這裡回答您
    [remote] 正在聊天裡回答您
    [awaiting-confirmation] 已經回答，請告訴我們有沒有幫上忙
    [objected] 我們會再為您解答
   *[confirmed] 已解答，謝謝您！
 }
card-product = 產品：{ $name }
card-fault = 故障：{ $name }
card-symptoms = 客戶描述：{ $words }
card-objection = 客戶異議：{ $words }
card-urgency = 緊急程度：{ $urgency ->
    [normal] 普通
    [expedited] 加急
   *[urgent] 【緊急】
 }
card-suits = 希望時間：{ $time }
card-technician = 維修人員：{ $name }
card-due = { $clock }：{ $due } 前
card-waits = { $reason ->
    [customer] 等候客戶
    [parts] 等候零件
    [supplier] 等候供應商
   *[other] 等候：{ $reason }
 }
card-contact = 客戶：{ $name }，{ $phone }
card-address = 地址：{ $address }
card-map = 導航：https://www.google.com/maps/dir/?api=1&destination={ $latitude },{ $longitude }
clock = { $clock ->
    [first-contact] 首次聯絡
    [arranged] 安排維修人員
    [answer] 回覆
    [arrival] 到達現場
    [plan] 提出方案
    [solution] 提供解決方案
    [cleared] 排除故障
    [reply] 告知後續安排
    [supplier] 聯絡供應商
    [assessment] 品質評估
    [collection] 安排取件
    [complaint] 處理投訴
    [complaint-quality] 投訴處理：品質
    [complaint-production] 投訴處理：生產
    [complaint-development] 投訴處理：研發
    [complaint-sales] 投訴處理：銷售
    [complaint-service] 投訴處理：售後
   *[second-solution] 提供新方案
 }
button-cancel-ticket = 取消報修
button-cancel-ticket-yes = 確定取消
button-cancel-ticket-no = 不取消
cancel-ticket = 要取消報修單 { $number } 嗎？
ticket-cancelled = 報修單 { $number } 已取消。

# 維修人員的卡片
job-offer = 🔔 { $round ->
    [1] 新工單 { $number }。
   *[other] { $number } 二次處理。
 }請在 { $until } 前回覆。
job-held = 🔧 工單 { $number } · { $status ->
    [accepted] 已接單
    [en-route] 在路上
    [arrived] 已到現場
    [remote] 線上處理中
    [diagnosed] 已查明原因
    [waiting-parts] 等零件
    [no-access] 沒人在家
   *[other] 收尾中
 }
job-over = 工單 { $number } · { $state ->
    [awaiting-confirmation] 已完工，等客戶確認
    [confirmed] 客戶已確認，辛苦了！
    [objected] 客戶有異議，進入二次處理
    [offered] 正在安排二次處理
    [unassigned] 正在安排二次處理
    [cancelled] 客戶已取消
    [declined] 已婉拒
    [expired] 派工已過期
    [withdrawn] 派工已撤回
    [accepted] 已接單
    [unanswered] 客戶沒有回覆，已結案
   *[gone] 已不在您這裡
 }
job-taken = 工單 { $number } · { $name } 先接走了
job-photo = 客戶傳來的照片，{ $number }
button-accept = ✓ 接單
button-decline = ✕ 不接
button-depart = 🚗 出發
button-arrive = 📍 已到達
button-finish = ✓ 完工
toast-accepted = 接單成功：{ $number }。
toast-declined = 好的，轉給下一位。
toast-departed = 已告訴客戶您在路上了。
toast-arrived = 到達時間已記錄。
toast-thanks = 謝謝您！
toast-assigned = 已派給{ $name }，等待接單。
toast-call-back-taken = 這項回訪交給您了。
record-filed = 工單 { $number } 的服務紀錄已送出，正在請客戶確認。
objection-taken = 謝謝您告訴我們。我們會重新處理 { $number }，24 小時內給您新的解決方案。

# 修好了嗎？
button-solved = ✓ 修好了
button-unsolved = ✕ 還沒修好
solved-answered = { $number }：{ $answer ->
    [solved] 您已確認修好。
    [unanswered] 沒有收到您的回覆。
   *[unsolved] 您反映還沒修好。
 }
question-answered = { $number }：{ $answer ->
    [solved] 您已確認問題獲得解答。
    [unanswered] 沒有收到您的回覆。
   *[unsolved] 您反映問題還沒解決。
 }

# 主管的卡片
unassigned = ⚠ 工單 { $number } 沒有人接。{ $status ->
    [unassigned] 請您指定人選。
   *[other] 之後已重新派工。
 }
ranked-line = { $name }：{ $why }
reason = { $code ->
    [has-skill] 技能符合（{ $figure }）
    [no-skill] 沒有相應技能（{ $figure }）
    [off-duty] 已暫停接單
    [full] 已排滿（{ $figure } 張工單）
    [asked-already] 已經問過
    [distance] 距離 { $figure } 公里
    [distance-unknown] 距離不明
    [load] 手上工單 { $figure } 張
    [low-level] 技能等級不足（{ $figure }）
    [no-tool] 缺少工具（{ $figure }）
    [no-part] 車上沒有零件（{ $figure }）
    [on-leave] 休假中
    [off-shift] 不在班表內
    [late] 超過時限 { $figure } 分鐘
    [late-for] 會耽誤另一個上門行程 { $figure } 分鐘
    [too-late] 會晚到 { $figure } 分鐘
    [home-late] 收工會晚 { $figure } 分鐘
    [added] 多開 { $figure } 分鐘的車
    [makes-room] 另一張未接的派工讓出時間
   *[familiar] 服務過這位客戶
 }
button-assign = 派給{ $name }
call-back-head = ☎ 回訪 { $number } · { $state ->
    [open] 待回訪
    [taken] 回訪中
   *[closed] 已完成
 }
call-back-customer = 客戶：{ $name }，{ $phone }
call-back-score = 評分：{ $score }
call-back-words = 「{ $words }」
call-back-taken = 負責人：{ $name }
call-back-filed = 已記錄，謝謝您。
button-take-call-back = 我來回訪
button-show-contact = 顯示電話號碼
call-back-contact = { $name }：{ $phone }
button-close-call-back = 已回訪，填寫結果

# 通知
notice-accepted = { $technician }已接下您的報修單 { $number }，會上門為您維修。
notice-en-route = { $technician }正在前往您那裡。（{ $number }）
notice-arrived = { $technician }已經到了。（{ $number }）
notice-solved = { $technician }已完成 { $number } 的維修。
    故障原因：{ $cause }
    處理方式：{ $solution }
    { $parts ->
        [none] 沒有使用零件。
       *[other] 使用零件：{ $parts }
    }
    請問修好了嗎？
notice-confirmed = 客戶已確認 { $number } 修好了，辛苦了！
notice-confirmed-thanks = 謝謝您確認 { $number }。如果又出問題，隨時跟我們說一聲。
notice-objection = ⚠ 客戶對 { $number } 提出異議：「{ $words }」。已進入二次處理，限 24 小時。
notice-objected = 客戶說 { $number } 還沒修好：「{ $words }」
notice-job-cancelled = 客戶已取消 { $number }。
alarms = 有 { $count } 項期限需要您處理：
alarm = { $stage ->
    [near] ⏳ { $number }：「{ $clock }」的時間已用掉 { $percent }%，期限是 { $due }。
    [missed] ❗ { $number }：「{ $clock }」已逾時，期限是 { $due }。
   *[over] ‼ { $number }：「{ $clock }」早已逾時，到現在還沒完成，期限是 { $due }（已用 { $percent }%）。
 }
alarms-more = 另有 { $count } 項
notice-undelivered = ⚠ 有一則訊息（{ $kind }）沒能傳給{ $name }：{ $why }
notice-due-work-failed = ⚠ 排程工作 { $key } 多次失敗，已停止重試：{ $error }
card-further = 還有：{ $name }
card-tried = 試過：{ $words }
card-kind = 類別：{ $kind ->
    [software] 軟體、設定或連線
    [equipment] 加裝設備
    [function] 變更功能
    [question] 使用諮詢，請用訊息或電話回覆
   *[other] 其他
 }
card-organisation = 客戶：{ $organisation }（{ $name }，{ $phone }）
card-dealer = 經銷商：{ $organisation }（{ $name }，{ $phone }）
card-client = 客戶：{ $name }（請聯絡經銷商）
addressed = { $honorific ->
    [ms] { $name }小姐
   *[mr] { $name }先生
 }
button-reopen = 詢問是否再次上門
button-reopen-yes = 好，請再來
button-reopen-no = 不用了
call-back-reopening = 已詢問是否再次上門：{ $answer ->
    [yes] 需要
    [no] 不需要
   *[asked] 尚未回覆
 }
reopen-asked = 很抱歉，{ $number } 的問題沒有完全解決。需要再請維修人員上門一次嗎？
reopen-answered = { $number }：{ $answer ->
    [yes] 我們會再安排維修人員上門。
   *[no] 好的，這張報修單就不再處理了。
 }
toast-reopen-asked = 已詢問客戶。
refusal-too-late-reopen = 這個問題已經回覆過，或報修單正在處理中。
skill = { $skill ->
    [cooling] 冷凍空調
    [electrical] 電工
    [electronics] 電子
    [gas] 瓦斯
    [heating] 暖氣熱水
    [kitchen] 廚房家電
    [locks] 門鎖
    [washing] 洗衣機
    [water] 水路
   *[other] { $skill }
 }
