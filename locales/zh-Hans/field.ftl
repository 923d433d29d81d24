# 远程协助
button-remote = 💬 先在线试试
button-visit-needed = 🚗 需要上门
button-remote-yes = 好，先试试
button-remote-no = 不用，请上门
remote-consent = 💬 { $technician }想先在聊天里帮您处理 { $number }，也许不用上门就能解决。聊天内容会随报修单留存。您同意吗？
remote-answered = { $number }：{ $state ->
    [agreed] 您已同意在线处理。直接在这里打字或发照片，师傅就能收到。
    [refused] 您选择请师傅上门。
   *[other] 已不需要在线处理。
 }
notice-remote-agreed = 客户同意在线处理 { $number }。直接在这里写，客户就能收到。
notice-remote-refused = 客户希望 { $number } 直接上门。
notice-visit-needed = 在线解决不了，{ $technician }会上门为您维修。（{ $number }）
toast-remote-asked = 正在征求客户同意。
toast-remote-agreed = 谢谢您，{ $number } 先在线处理。
toast-remote-refused = 好的，安排上门。
toast-visit-needed = 已记录：需要上门。

# 方案和报价
button-propose = 📝 方案和报价
button-proposal-yes = ✓ 同意
button-proposal-no = ✕ 不同意
proposal-head = 📝 { $number }：师傅的维修方案
proposal-cause = 故障原因：{ $cause }
proposal-plan = 维修方案：{ $plan }
proposal-price = 费用：{ $price }
proposal-free = 费用：免费
proposal-state = { $state ->
    [asked] 您同意吗？
    [agreed] 您已同意。
   *[refused] 您没有同意。
 }
card-plan = { $state ->
    [asked] 客户还没有答复。
    [agreed] ✓ 客户已同意。
   *[refused] ✕ 客户没有同意，不能收费。
 }
notice-proposal-agreed = ✓ 客户同意 { $number } 的维修方案。
notice-proposal-refused = ✕ 客户不同意 { $number } 的维修方案。
solved-charge = 应付（已经您同意）：{ $price }
refusal-wrong-move-charge = 客户没有同意收这么多。请按约定的费用收取，或者先把方案和报价发给客户。
refusal-too-late-helper = { $name }已经去支援 { $number } 了。
refusal-too-late-proposal = 这份方案已经答复过，或维修已经结束。
toast-proposal-agreed = 谢谢您，已记录。
toast-proposal-refused = 已记录。没有您的同意，我们不会动工。

# 遇到问题
button-parts = 🔩 缺备件
button-parts-here = 🔩 备件到了
button-help-wanted = 🙋 请求支援
button-no-access = 🚪 没人在家
button-hand-back = ↩ 退回工单
button-late = ⏰ 要迟到
button-late-by = { $minutes } 分钟
late-which = 大约多久能到？
toast-late = 已告诉客户。
hand-back-why = 要退回 { $number } 吗？什么原因？
reason-why = { $reason ->
    [busy] 没有时间
    [far] 太远了
    [skill] 不是我的专长
    [parts] 缺备件或工具
    [ill] 身体不适
   *[other] 其他原因
 }
toast-handed-back = { $number } 会转给别的同事。
decline-why = 为什么不接 { $number }？点一下，方便我们排班。
toast-decline-reason = 谢谢您。
toast-parts-here = 工单继续。
notice-waiting-parts = { $number } 在等备件：{ $parts }。备件一到{ $technician }就来，您不用做什么。
notice-parts-needed = 🔩 { $technician }处理 { $number } 需要备件：{ $parts }
notice-parts-here = { $number } 的备件到了，师傅会再上门。
notice-parts-here-job = 🔩 { $number } 的备件到了。
notice-no-access = 🚪 { $technician }到了您家门口（{ $number }），没有人开门。什么时候方便再来？请点“改时间”。
notice-no-access-reminder = { $number }：师傅上门时家里没人。您什么时候方便？
notice-handed-back = { $number } 有个小变动：正在为您另外安排师傅。
notice-handed-back-desk = ↩ { $technician }退回了 { $number }：{ $reason }
notice-late = ⏰ { $technician }大约 { $expected_at } 到您那里。（{ $number }）
card-expected = 预计到达：{ $at }
help-wanted = 🙋 { $name }处理 { $number } 需要支援：“{ $words }”
help-given = 🙋 { $number }：{ $name }去支援。
help-over = 🙋 { $number }：已不需要支援。
button-give-help = 我来支援
notice-help-wanted-desk = 🙋 { $technician }处理 { $number } 需要支援，但没有对口的同事在岗：“{ $words }”
notice-help-comes = 🙋 { $name }来支援您处理 { $number }。
help-asked = { $count ->
    [0] 没有对口的同事在岗，已通知主管。
   *[other] 已向 { $count } 位同事求助。
 }
toast-help-given = 谢谢您，已告诉同事。
arrive-far = 您离 { $number } 的地址大约还有 { $km } 公里。已经到了吗？
button-arrive-far = 📍 是的，到了

# 没有回音
notice-solved-reminder = { $number } 已经修完，还在等您一句话：修好了吗？
notice-closed-unanswered = 一直没有您的回音，{ $number } 先关单了。要是还有问题，点下面的按钮或者直接写给我们。
notice-closed-no-access = 一直没能和您约好时间，{ $number } 先关单了。要是还需要维修，点下面的按钮或者直接写给我们。
button-still-needed = 还需要维修

# 技术员的表单
ask-parts-words = 缺哪些备件？工单会等备件，并通知客户。
name-parts-words = 备件
help-parts-words = 名称和数量，比如“排水泵 DP-20 ×1”。在您说备件到了之前，时限暂停。
cancel-parts = 不填了吗？工单就不等备件了。
cancelled-parts = 好的，工单照旧。
ask-assist-words = 需要什么支援？
name-assist-words = 支援内容
help-assist-words = 一两句话就行，在岗的对口同事马上能看到。
cancel-assist = 不求助了吗？
cancelled-assist = 好的，没有求助。
ask-noaccess-photos = 请拍一张门口或门铃的照片，证明您到过。
name-noaccess-photos = 照片
help-noaccess-photos = 至少发一张照片，然后点“完成”。我们会请客户另约时间。
cancel-noaccess = 不填了吗？工单保持原样。
cancelled-noaccess = 好的，工单照旧。
ask-proposal-cause = 故障原因是什么？
name-proposal-cause = 故障原因
help-proposal-cause = 您查到的真正原因。
ask-proposal-plan = 打算怎么修？
name-proposal-plan = 维修方案
help-proposal-plan = 做什么、要多久，客户会看到。
ask-proposal-price = 客户一共要付多少？
name-proposal-price = 费用
help-proposal-price = 人工、备件、上门费合计，填整数。保修范围内不收费。
option-proposal-price = { $option }
review-proposal = 客户将看到：
button-send-proposal = ✓ 发给客户
cancel-proposal = 不填了吗？不会发给客户。
cancelled-proposal = 好的，没有发送。
parts-noted = { $number } 等备件，客户已知道。
noaccess-noted = 已记录，正在请客户为 { $number } 另约时间。
proposal-sent = 正在请客户确认 { $number } 的方案。

# 剩余工作和日报
ask-record-work = 属于哪类工作？
name-record-work = 工作种类
help-record-work = 工作种类会计入您的日报。
option-record-work = { $option ->
    [repair] 维修
    [replace] 更换
    [adjust] 调试
    [clean] 清洁
    [software] 软件
    [install] 安装
    [guidance] 指导
   *[inspect] 检查
 }
kind-of-work = { $kind ->
    [repair] 维修
    [replace] 更换
    [adjust] 调试
    [clean] 清洁
    [software] 软件
    [install] 安装
    [guidance] 指导
    [inspect] 检查
    [travel] 路程
   *[unfinished] 未完成
 }
ask-record-charge = 向客户收多少？只能收客户同意的费用。
name-record-charge = 收费
help-record-charge = 填整数，不收费填 0。超过约定价格的不能提交。
option-record-charge = { $option }
ask-record-rest = 还有没做完的吗？有就写下来，没有就跳过。
name-record-rest = 待办
help-record-rest = 一两句话就行，会另开工单。
follow-on-opened = 已另开工单：{ $number }。
notice-follow-on = { $follows } 还有要做的：“{ $words }”。{ $technician }已为此另开工单 { $number }。
daily-head = 🗒 { $day } 日报 · { $state ->
    [sent] 已提交
   *[draft] 请核对后提交
 }
daily-kind = { $work }：{ $jobs } 单，{ $minutes } 分钟
daily-total = 合计：{ $hours } 小时 { $minutes } 分钟（重叠只计一次）
button-daily-send = ✓ 提交
button-daily-correct = ✎ 更正
toast-daily-sent = 已提交，辛苦了！
daily-summary-head = 🗒 { $day } 汇总：{ $sent } 份日报
daily-missing = 还没交：{ $names }
ask-daily-minutes = 当天一共工作多少分钟？
name-daily-minutes = 分钟
help-daily-minutes = 当天全部工时，含路程，填整数分钟。
ask-daily-note = 有要补充的吗？没有就跳过。
name-daily-note = 备注
help-daily-note = 主管会和日报一起看到。
cancel-daily = 不改了吗？日报保持原样。
cancelled-daily = 好的，日报照旧。

# 主管看工单
file-ranking = 派单理由（最近一次排序）：

# 使用咨询
button-answer = 💬 回答
button-answered-yes = ✓ 明白了
button-answered-no = ✕ 还不明白
ask-guidance-solution = 简单写一下，您是怎么回答客户的？
name-guidance-solution = 回答
help-guidance-solution = 一两句话就行，会随报修单留存，并请客户确认有没有帮到。
cancel-guidance = 不填了吗？这个咨询就还没结束。
cancelled-guidance = 好的，咨询继续。
guidance-filed = { $number } 的回答已提交，正在请客户确认。
notice-accepted-question = { $technician }会在这里回答您的问题。（{ $number }）
notice-solved-question = { $technician }已回答 { $number }：“{ $solution }”
    请问解答您的问题了吗？
notice-solved-reminder-question = { $number }：我们的回答帮到您了吗？还在等您一句话。
notice-confirmed-thanks-question = 谢谢您。还有不清楚的，随时问我们。
notice-closed-unanswered-question = 一直没有您的回音，咨询 { $number } 先结束了。要是还没弄明白，点下面的按钮或者直接写给我们。
