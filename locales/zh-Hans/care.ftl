# 日期和逐项评价
misfit-date = 不好意思，这个时间我没看明白。您可以说“2024 年 3 月”“去年春天”，或者“不记得了”。
misfit-date-no-such-day = 日历上没有这一天。
misfit-time-no-such-day = 日历上没有这一天，您说的是哪一天？
misfit-time-too-far = 这个时间在一年以后了，请说一个一年以内的日子，或选“尽快”。
misfit-matrix = 请从选项里选一个。
date-unknown = 不清楚
date-span = { $earliest } – { $latest }
date-year = { $year } 年
answer-matrix = 已答 { $count } 项，共 { $of } 项
matrix-row = { $row }/{ $of }：{ $statement }

# 报修：安全、是否同一问题、购买时间
-keep-safe = ⚠ 请先确保安全。闻到燃气味：打开窗户，不要碰任何开关，到室外去。冒烟、打火花，或者带电的地方有水：能安全操作的话，请切断总电源，并远离这台产品。只要有人有危险，请马上离开，并拨打紧急求助电话。
ask-repair-safety = { -keep-safe }

    我们会按紧急报修为您处理。请问大家都安全吗？
name-repair-safety = 安全情况
help-repair-safety = 您的安全最要紧。请点一下现在的情况，不管选哪一项，我们都会接着为您报修。
option-repair-safety = { $option ->
    [safe] 我们都安全
   *[unsafe] 还不安全，我正在处理
 }
ask-repair-same = 这款产品您已经有一张报修单在处理了。这次是同一个问题吗？
name-repair-same = 是否同一问题
help-repair-same = 如果是同一个问题，您说的内容会补充到原来的报修单里；如果不是，就为您新开一张。
option-repair-same = { $option ->
    [yes] 是同一个问题
   *[no] 是别的问题
 }
ask-repair-bought = 请问是什么时候买的？大概时间就行，比如“2024 年春天”。我们好确认还在不在保修期内。
name-repair-bought = 购买时间
help-repair-bought = 说个月份或季节就够了。记不清就点“不记得了”，我们来查。
option-repair-bought = 不记得了
added-to-open = 谢谢您。已经补充到您的报修单 { $number } 里了。

# 满意度调查（表16-8）的其余问题
ask-survey-more = 谢谢您！能再请您回答几个问题吗？只要两分钟，随时可以结束。
name-survey-more = 更多问题
help-survey-more = 点“继续回答”接着答，点“先到这里”就结束。您已经答的都算数。
option-survey-more = { $option ->
    [yes] 继续回答
   *[no] 先到这里
 }
ask-survey-care = 服务的时候，有没有人跟您讲过产品怎么维护保养？
name-survey-care = 保养讲解
help-survey-care = 指服务过程中，我们的人员有没有讲解维护保养的方法。
ask-survey-called = 维修之后，有没有人回访过您？
name-survey-called = 维修后回访
help-survey-called = 打电话或者发消息，问您用得正不正常，都算回访。
ask-survey-claim = 您有没有因为产品质量问题，向我们索赔过？
name-survey-claim = 索赔经历
help-survey-claim = 为这款产品索赔过就算，不管办没办完。
option-survey-care = { $option ->
    [yes] 有
   *[no] 没有
 }
option-survey-called = { $option ->
    [yes] 有
   *[no] 没有
 }
option-survey-claim = { $option ->
    [yes] 有
   *[no] 没有
 }
ask-survey-handling = 那次索赔，您对我们的处理满意吗？
name-survey-handling = 索赔处理
help-survey-handling = 我们的态度怎么样，办得到不到位，都算在内。
option-survey-handling = { $option ->
    [A] 满意
    [B] 较满意
    [C] 一般
    [D] 较不满意
   *[E] 不满意
 }
ask-survey-statements = 下面这句话，符合您的感受吗？
name-survey-statements = 各项感受
help-survey-statements = 一次一句，点“上一步”看前一句。不想接着答了，点“完成”就行。
option-survey-statements = { $option ->
    [holds] 符合
    [mostly-holds] 较符合
    [so-so] 一般
    [mostly-not] 较不符合
   *[does-not-hold] 不符合
 }
row-survey-statements = { $row ->
    [1] 预约维修不用等很久。
    [2] 维修手续简便，不用久等。
    [3] 修得很快。
    [4] 说好的时间都能做到，维修没有超过约定的日期。
    [5] 很少因为缺备件耽误维修。
    [6] 维修价格合理。
    [7] 师傅尽力满足我的需要。
    [8] 师傅很耐心，给的建议实实在在。
    [9] 师傅对每位客户都照顾周到。
    [10] 查出了什么、修了什么，都有详细记录。
    [11] 这里的服务是最好的。
    [12] 我愿意向朋友推荐贵公司的产品。
    [13] 我相信师傅能准确查明故障。
    [14] 我相信师傅能彻底排除故障，不留隐患。
   *[15] 师傅很关心客户满不满意。
 }
ask-survey-remarks = 对我们的服务，您还有什么想说的吗？
name-survey-remarks = 其他意见
help-survey-remarks = 用您自己的话说就行，也可以跳过。

# 信息反馈表（表16-11）
feedback-intro = 我们的产品好不好用，服务好不好，想听听您的感受。点几下就好。
ask-feedback-used = 您在用我们的哪些产品？请写名称，不止一台的话，也请写上数量。
name-feedback-used = 在用产品
help-feedback-used = 比如“E50 热水器 1 台，K35 空调 2 台”。
ask-feedback-product = 您对产品满意吗？
name-feedback-product = 产品评价
help-feedback-product = 一次一项，点“上一步”看前一项。
ask-feedback-staff = 您对我们的服务人员满意吗？
name-feedback-staff = 服务人员评价
help-feedback-staff = 一次一项，点“上一步”看前一项。
option-feedback-product = { $option ->
    [very-satisfied] 很满意
    [basically-satisfied] 基本满意
   *[dissatisfied] 不满意
 }
option-feedback-staff = { $option ->
    [very-satisfied] 很满意
    [basically-satisfied] 基本满意
   *[dissatisfied] 不满意
 }
row-feedback-product = { $row ->
    [quality] 质量
    [appearance] 外观
    [packaging] 包装
    [use] 使用情况
   *[delivery] 交货时间
 }
row-feedback-staff = { $row ->
    [timeliness] 服务及时
    [initiative] 主动热心
    [effectiveness] 解决问题
    [skill] 技术水平
   *[manner] 服务态度
 }
ask-feedback-suggestions = 您有什么建议或者要求吗？
name-feedback-suggestions = 建议和要求
help-feedback-suggestions = 用您自己的话说就行，也可以跳过。
cancel-feedback = 要结束问卷吗？您已经答的都算数。
cancelled-feedback = 好的，就到这里。谢谢您告诉我们这些。
feedback-thanks = 非常感谢您！您说的我们都会放在心上。

# 投诉
ask-complaint-words = 很抱歉让您不满意了。请您说说事情的经过。
name-complaint-words = 事情经过
help-complaint-words = 用您自己的话说就行：什么时候，发生了什么；知道是哪位工作人员的话，也请写上。
ask-complaint-kind = 主要是哪方面的问题？
name-complaint-kind = 问题类型
help-complaint-kind = 点最接近的一项。
option-complaint-kind = { $option ->
    [quality] 产品质量
    [service] 服务态度
    [delay] 时间延误
    [price] 价格
   *[other] 其他问题
 }
ask-complaint-wish = 您希望我们怎么解决？
name-complaint-wish = 您的期望
help-complaint-wish = 选了还可以再商量，这样我们好提出合适的方案。
option-complaint-wish = { $option ->
    [repair] 维修
    [exchange] 换货
    [refund] 退款
    [compensation] 赔偿
    [apology] 道歉
   *[other] 其他办法
 }
ask-complaint-amount = 您觉得多少钱合适？请填整数。想以后再谈的话，可以跳过。
name-complaint-amount = 金额
help-complaint-amount = 填一个整数，也可以跳过。
ask-complaint-name = 请问怎么称呼您？比如“王女士”。
name-complaint-name = 称呼
help-complaint-name = 只用来称呼您，没有别的用途。
ask-complaint-phone = 请留一个电话，方便我们主管联系您。
name-complaint-phone = 联系电话
help-complaint-phone = 请输入电话，固定电话要带区号；也可以发送您自己的名片。
ask-complaint-photos = 有能说明情况的照片或单据吗？可以发上来，也可以跳过。
name-complaint-photos = 照片
help-complaint-photos = 最多十张。
review-complaint = 请核对您的投诉内容：
button-send-complaint = ✓ 提交投诉
cancel-complaint = 要取消这次投诉吗？已填的内容不会保留。
cancelled-complaint = 已取消。如果改变主意，发“投诉”两个字就行。

# 退货和换货
ask-return-wish = 请问您想退货，还是换货？
name-return-wish = 退货或换货
help-return-wish = 退货：把钱退给您。换货：给您换新的。
option-return-wish = { $option ->
    [return] 退货
   *[exchange] 换货
 }
ask-return-reason = 请问是什么原因？麻烦您说说哪里不合适。
name-return-reason = 原因
help-return-reason = 用您自己的话说就行，比如“尺寸不合适”，或者说说有什么故障。
ask-return-product = 请问是哪款产品？
name-return-product = 产品
help-return-product = 点选产品，或者输入产品名称、型号。
ask-return-serial = 请问序列号是多少？铭牌上有。找不到可以跳过。
name-return-serial = 序列号
help-return-serial = 比如 E50-2405-000117。
ask-return-quantity = 请问有几件？
name-return-quantity = 数量
help-return-quantity = 点选或输入数字都行。
option-return-quantity = { $option }
ask-return-bought = 请问是什么时候买的？大概时间就行。
name-return-bought = 购买时间
help-return-bought = 说日期、月份、季节都行；记不清就点“不记得了”。
option-return-bought = 不记得了
ask-return-proof = 请发一张发票或收据的照片，没有可以跳过。
name-return-proof = 购买凭证
help-return-proof = 发票、收据、订单页面都可以。没有也没关系，我们的人员帮您查。
ask-return-state = 商品现在是什么状况？
name-return-state = 商品状况
help-return-state = 点最接近的一项。
option-return-state = { $option ->
    [unopened] 没拆封
    [unused] 拆了没用过
    [used] 用过
   *[damaged] 有损坏
 }
ask-return-tried = 之前有没有人处理过？没有就跳过。
name-return-tried = 已做的处理
help-return-tried = 比如经销商或者师傅做过什么。
ask-return-questions = 还有什么希望我们解答或解决的吗？没有就跳过。
name-return-questions = 希望解决的问题
help-return-questions = 一个或几个都行，用您自己的话说。
ask-return-place = 请问到哪里取件？请输入地址，或者发送位置。
name-return-place = 取件地址
help-return-place = 请写清区、街道和门牌号。
ask-return-name = 请问怎么称呼您？比如“王女士”。
name-return-name = 称呼
help-return-name = 只用来称呼您，没有别的用途。
ask-return-phone = 请留一个能联系到您的电话。
name-return-phone = 联系电话
help-return-phone = 请输入电话，固定电话要带区号；也可以发送您自己的名片。
review-return = 请核对您填的内容：
button-send-return = ✓ 提交
cancel-return = 要取消吗？已填的内容不会保留。
cancelled-return = 已取消。有需要随时找我们。

# 改时间、补充内容、互相留言
ask-retime-time = 您看改到什么时候上门比较方便？
name-retime-time = 上门时间
help-retime-time = 点一个时间，或者直接写您方便的时候。
cancel-retime = 不改上门时间了吗？
cancelled-retime = 好的，上门时间不变。
ask-addition-words = 请问您想补充什么？
name-addition-words = 补充内容
help-addition-words = 写一句话告诉师傅就行，照片下一步再发。
ask-addition-photos = 有照片也可以发上来，没有就跳过。
name-addition-photos = 照片
help-addition-photos = 最多十张。
cancel-addition = 不补充了吗？
cancelled-addition = 好的，报修单没有改动。
addition-done = 谢谢您，已经补充到 { $number }。
nothing-to-add = 您没有补充内容，报修单没有改动。
ask-talk-words = 请问您想说什么？对方会在聊天里收到，看不到电话号码。
name-talk-words = 留言
help-talk-words = 一次一条，会和这次报修一起保存。
cancel-talk = 不发了吗？
cancelled-talk = 好的，没有发送。
retime-done = 谢谢您，{ $number } 的新上门时间记下了：{ $time }。
notice-photo-added = 照片已加到 { $number }，谢谢您。
notice-talk-sent = 已发送。（{ $number }）
button-talk-technician = 💬 给师傅留言
button-talk-customer = 💬 给客户留言
button-reply = 💬 回复
button-retime = 🕘 改时间
button-add = ➕ 补充内容
notice-said = 💬 { $name }（{ $number }）：{ $words }
notice-ticket-added = ➕ 客户为 { $number } 补充：{ $words }
notice-time-changed = 🕘 { $number }：期望上门时间改为：{ $suits }

# 投诉和退换货已受理
notice-complaint-taken = 您的投诉收到了，编号是 { $number }，已转给主管。由谁跟进会在这里告诉您，您也可以随时凭编号查进度。
notice-return-taken = 您的申请收到了，编号是 { $number }。最晚 { $due_at } 前安排好取件，安排好会在这里告诉您。
status-complaint = 投诉 { $number }：{ $name ->
    [none] 已转给主管，还没有人跟进。
   *[other] { $name }正在跟进。
 }
status-return = 申请 { $number }：{ $status ->
    [arranged] 取件已经安排好。
   *[received] 最晚 { $due } 前安排好取件。
 }
complaint-head = ⚠ 投诉 { $number }
return-head = 📦 { $wish ->
    [return] 退货
   *[exchange] 换货
 } { $number }
button-complain = 我要投诉
button-return = 我要退换货

# 人工客服
button-take-over = 我来回复
button-give-back = 交还机器人
taken-over = 您正在和{ $name }对话。您在这里写的内容会发给对方；点“{ button-give-back }”结束对话。
taken-over-customer = 客服人员{ $name }来为您服务了。您之前填的内容都会保留。
given-back = 接下来由机器人接待{ $name }。
given-back-customer = 人工服务已结束，接下来还是由我为您服务。
relayed = { $name }：{ $words }
relayed-desk = { $name }（客服）：{ $words }
toast-taken-over = 这个对话由您来回复。
refusal-too-late-takeover = 已经有人在回复了。

# 没听懂的说法
unmatched-head = ❓ 客户说的{ $kind ->
    [product] 产品
   *[fault] 故障
 }是“{ $words }”。这是指哪一个？
unmatched-none = 都不是
unmatched-learned = 记住了：“{ $words }”就是{ $name }。
unmatched-left = 好的，这个说法先放着。

button-keep = 保持不变
button-survey-more = 再答几个问题
card-wish = 期望：{ $wish }
card-amount = 金额：{ $amount }
added-photo = 一张照片
feedback-head = 📋 一位老客户对以下方面不满意：
unmatched-settled = 这些说法已经处理过了。
wants-person = 🙋 { $name } 想和人工客服聊。
somebody = 有客户
photo-from = { $name } 发来的照片
photo-from-about = { $name } 发来的照片（{ $number }）
refusal-too-late-open = 那张报修单刚刚已经结束了。请把“是否同一件事”改成“不是”。
notice-danger = ⚠ { $number } 有危险：“{ $words }”。{ $safety ->
    [safe] 客户说大家都安全。
   *[unsafe] 客户还没有脱离危险！
 }
card-warranty = 保修：{ $coverage ->
    [free] 免费，保修到{ $first }
    [supplier] 由供应商（{ $supplier }）负责，保修到{ $first }
    [chargeable] { $why ->
        [none] 收费，本产品不保修
       *[ended] 收费，{ $last }已过保
     }
   *[unclear] { $why ->
        [span] 待确认，{ $first }到{ $last }之间到期
       *[no-date] 待确认，没有购买日期
     }
 }
# Danger, wherever it is spoken of
remark-repair-safety = 那请先顾人，报修可以等。请带大家离开房间或屋子，别让其他人靠近；需要帮助就马上拨打紧急求助电话。您说的内容都保存着，到了安全的地方再接着填。
ask-return-safety = { -keep-safe }

    您提交后，主管会马上知道。请问大家都安全吗？
name-return-safety = 安全情况
help-return-safety = 您的安全最要紧。请点一下现在的情况，然后我们接着往下。
option-return-safety = { $option ->
    [safe] 我们都安全
   *[unsafe] 还不安全，我正在处理
 }
remark-return-safety = { remark-repair-safety }
ask-complaint-safety = { -keep-safe }

    您提交后，主管会马上知道。请问大家都安全吗？
name-complaint-safety = 安全情况
help-complaint-safety = 您的安全最要紧。请点一下现在的情况，然后我们接着往下。
option-complaint-safety = { $option ->
    [safe] 我们都安全
   *[unsafe] 还不安全，我正在处理
 }
remark-complaint-safety = { remark-repair-safety }
ask-addition-safety = { -keep-safe }

    您提交后，主管会马上知道。请问大家都安全吗？
name-addition-safety = 安全情况
help-addition-safety = 您的安全最要紧。请点一下现在的情况，然后我们接着往下。
option-addition-safety = { $option ->
    [safe] 我们都安全
   *[unsafe] 还不安全，我正在处理
 }
remark-addition-safety = { remark-repair-safety }
notice-complaint-in-hand = 投诉 { $number }：{ $name }已开始跟进。
notice-complaint-due = ⏰ 投诉 { $number } 的处理时限到了，目前{ $status ->
    [in-hand] 有人在跟进
   *[received] 还没有人跟进
 }。
notice-return-arranged = 申请 { $number }：取件已经安排好。
notice-return-due = ⏰ { $number } 的取件时限到了，还没有人安排。
complaint-handler = 跟进人：{ $name }
complaint-by = 时限：{ $due }
return-collection = { $status ->
    [arranged] 取件已安排
   *[received] 最晚 { $due } 前安排取件
 }
button-take-complaint = 我来跟进
button-collection-arranged = ✓ 取件已安排
toast-complaint-taken = { $number } 由您跟进。
toast-return-arranged = { $number }：已告知客户。
refusal-too-late-complaint = 这件投诉已经有人跟进了。
