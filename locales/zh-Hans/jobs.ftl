# 客户的卡片
card-number = 🧾 报修单 { $number }
card-status-customer = { $status ->
    [received] 已收到您的报修
    [graded] 正在为您找师傅
    [offered] 正在联系师傅
    [unassigned] 主管正在为您安排师傅
    [accepted] 师傅已接单
    [en-route] 师傅正在路上
    [arrived] 师傅已到现场
    [diagnosed] 已查明故障原因
    [repaired] 维修已完成
    [awaiting-confirmation] 维修已完成，请您确认是否修好
    [objected] 二次处理：正在重新安排上门
    [confirmed] 已修好并确认，谢谢您！
    [remote] 师傅正在线上帮您处理
    [waiting-parts] 正在等备件
    [no-access] 上门时没有人在，请另约时间
    [unanswered] 没有收到您的答复，已关单
   *[cancelled] 已取消
 }
card-status-question = { $status ->
    [accepted] 已有专人接手，马上在这里回答您
    [remote] 正在聊天里回答您
    [awaiting-confirmation] 已经回答，请告诉我们有没有帮到您
    [objected] 我们会再为您解答
   *[confirmed] 已解答，谢谢您！
 }
card-product = 产品：{ $name }
card-fault = 故障：{ $name }
card-symptoms = 客户描述：{ $words }
card-objection = 客户异议：{ $words }
card-urgency = 紧急程度：{ $urgency ->
    [normal] 普通
    [expedited] 加急
   *[urgent] 【紧急】
 }
card-suits = 期望上门：{ $time }
card-technician = 维修师傅：{ $name }
card-due = { $clock }：{ $due } 前
card-waits = { $reason ->
    [customer] 等待客户
    [parts] 等待备件
    [supplier] 等待供应商
   *[other] 等待：{ $reason }
 }
card-contact = 客户：{ $name }，{ $phone }
card-address = 地址：{ $address }
card-map = 导航：https://uri.amap.com/navigation?to={ $longitude },{ $latitude }&mode=car&coordinate=wgs84
clock = { $clock ->
    [first-contact] 首次联系
    [arranged] 安排师傅
    [answer] 答复
    [arrival] 到达现场
    [plan] 提出方案
    [solution] 给出解决方案
    [cleared] 排除故障
    [reply] 告知后续安排
    [supplier] 联系供应商
    [assessment] 质量评估
    [collection] 安排取件
    [complaint] 处理投诉
    [complaint-quality] 投诉处理：质量
    [complaint-production] 投诉处理：生产
    [complaint-development] 投诉处理：研发
    [complaint-sales] 投诉处理：销售
    [complaint-service] 投诉处理：售后
   *[second-solution] 给出新方案
 }
button-cancel-ticket = 取消报修
button-cancel-ticket-yes = 确定取消
button-cancel-ticket-no = 不取消
cancel-ticket = 要取消报修单 { $number } 吗？
ticket-cancelled = 报修单 { $number } 已取消。

# 技术员的卡片
job-offer = 🔔 { $round ->
    [1] 新工单 { $number }。
   *[other] { $number } 二次处理。
 }请在 { $until } 前答复。
job-held = 🔧 工单 { $number } · { $status ->
    [accepted] 已接单
    [en-route] 在路上
    [arrived] 已到现场
    [remote] 在线处理中
    [diagnosed] 已查明原因
    [waiting-parts] 等备件
    [no-access] 没人在家
   *[other] 收尾中
 }
job-over = 工单 { $number } · { $state ->
    [awaiting-confirmation] 已完工，等客户确认
    [confirmed] 客户已确认，辛苦了！
    [objected] 客户有异议，进入二次处理
    [offered] 正在安排二次处理
    [unassigned] 正在安排二次处理
    [cancelled] 客户已取消
    [declined] 已婉拒
    [expired] 派单已过期
    [withdrawn] 派单已撤回
    [accepted] 已接单
    [unanswered] 客户没有答复，已关单
   *[gone] 已不在您这里
 }
job-taken = 工单 { $number } · { $name } 抢先接单
job-photo = 客户发来的照片，{ $number }
button-accept = ✓ 接单
button-decline = ✕ 不接
button-depart = 🚗 出发
button-arrive = 📍 已到达
button-finish = ✓ 完工
toast-accepted = 接单成功：{ $number }。
toast-declined = 好的，转给下一位。
toast-departed = 已告诉客户您在路上了。
toast-arrived = 到达时间已记录。
toast-thanks = 谢谢您！
toast-assigned = 已派给{ $name }，等待接单。
toast-call-back-taken = 这项回访交给您了。
record-filed = 工单 { $number } 的服务记录已提交，正在请客户确认。
objection-taken = 谢谢您告诉我们。我们会重新处理 { $number }，24 小时内给您新的解决方案。

# 修好了吗？
button-solved = ✓ 修好了
button-unsolved = ✕ 还没修好
solved-answered = { $number }：{ $answer ->
    [solved] 您已确认修好。
    [unanswered] 没有收到您的回复。
   *[unsolved] 您反馈还没修好。
 }
question-answered = { $number }：{ $answer ->
    [solved] 您已确认问题得到解答。
    [unanswered] 没有收到您的回复。
   *[unsolved] 您反映问题还没有解决。
 }

# 主管的卡片
unassigned = ⚠ 工单 { $number } 没有人接。{ $status ->
    [unassigned] 请您指定人选。
   *[other] 之后已重新派单。
 }
ranked-line = { $name }：{ $why }
reason = { $code ->
    [has-skill] 技能对口（{ $figure }）
    [no-skill] 没有对应技能（{ $figure }）
    [off-duty] 已暂停接单
    [full] 已排满（{ $figure } 张工单）
    [asked-already] 已经问过
    [distance] 距离 { $figure } 公里
    [distance-unknown] 距离未知
    [load] 手上工单 { $figure } 张
    [low-level] 技能等级不够（{ $figure }）
    [no-tool] 缺少工具（{ $figure }）
    [no-part] 车上没有备件（{ $figure }）
    [on-leave] 休假中
    [off-shift] 不在班次内
    [late] 超出时限 { $figure } 分钟
    [late-for] 会耽误另一上门 { $figure } 分钟
    [too-late] 会晚到 { $figure } 分钟
    [home-late] 收工会晚 { $figure } 分钟
    [added] 多开 { $figure } 分钟车
    [makes-room] 另一张未接的派单让出时间
   *[familiar] 服务过这位客户
 }
button-assign = 派给{ $name }
call-back-head = ☎ 回访 { $number } · { $state ->
    [open] 待回访
    [taken] 回访中
   *[closed] 已完成
 }
call-back-customer = 客户：{ $name }，{ $phone }
call-back-score = 评分：{ $score }
call-back-words = “{ $words }”
call-back-taken = 负责人：{ $name }
call-back-filed = 已记录，谢谢您。
button-take-call-back = 我来回访
button-show-contact = 显示电话号码
call-back-contact = { $name }：{ $phone }
button-close-call-back = 已回访，填写结果

# 通知
notice-accepted = { $technician }已接下您的报修单 { $number }，会上门为您维修。
notice-en-route = { $technician }正在赶往您那里。（{ $number }）
notice-arrived = { $technician }已经到了。（{ $number }）
notice-solved = { $technician }已完成 { $number } 的维修。
    故障原因：{ $cause }
    解决方案：{ $solution }
    { $parts ->
        [none] 没有使用备件。
       *[other] 使用备件：{ $parts }
    }
    请问修好了吗？
notice-confirmed = 客户已确认 { $number } 修好了，辛苦了！
notice-confirmed-thanks = 谢谢您确认 { $number }。如果又出问题，随时跟我们说一声。
notice-objection = ⚠ 客户对 { $number } 提出异议：“{ $words }”。已进入二次处理，限 24 小时。
notice-objected = 客户说 { $number } 还没修好：“{ $words }”
notice-job-cancelled = 客户已取消 { $number }。
alarms = 有 { $count } 项时限需要您处理：
alarm = { $stage ->
    [near] ⏳ { $number }：“{ $clock }”的时间已用掉 { $percent }%，时限是 { $due }。
    [missed] ❗ { $number }：“{ $clock }”已超时，时限是 { $due }。
   *[over] ‼ { $number }：“{ $clock }”早已超时，至今没有完成，时限是 { $due }（已用 { $percent }%）。
 }
alarms-more = 另有 { $count } 项
notice-undelivered = ⚠ 有一条消息（{ $kind }）没能发给{ $name }：{ $why }
notice-due-work-failed = ⚠ 计划任务 { $key } 多次失败，已停止重试：{ $error }
card-further = 还有：{ $name }
card-tried = 已试过：{ $words }
card-kind = 类别：{ $kind ->
    [software] 软件、设置或联网
    [equipment] 加装设备
    [function] 变更功能
    [question] 使用咨询，请用消息或电话答复
   *[other] 其他
 }
card-organisation = 客户：{ $organisation }（{ $name }，{ $phone }）
card-dealer = 代理商：{ $organisation }（{ $name }，{ $phone }）
card-client = 客户：{ $name }（请联系代理商）
addressed = { $honorific ->
    [ms] { $name }女士
   *[mr] { $name }先生
 }
button-reopen = 询问是否再次上门
button-reopen-yes = 好，请再来
button-reopen-no = 不用了
call-back-reopening = 已询问是否再次上门：{ $answer ->
    [yes] 需要
    [no] 不需要
   *[asked] 还没回复
 }
reopen-asked = 很抱歉，{ $number } 的问题没有完全解决。要不要请师傅再上门一次？
reopen-answered = { $number }：{ $answer ->
    [yes] 我们会再次安排师傅上门。
   *[no] 好的，这张报修单就不再处理了。
 }
toast-reopen-asked = 已询问客户。
refusal-too-late-reopen = 这个问题已经回复过，或者报修单正在处理中。
skill = { $skill ->
    [cooling] 制冷
    [electrical] 电工
    [electronics] 电子
    [gas] 燃气
    [heating] 供暖热水
    [kitchen] 厨房电器
    [locks] 门锁
    [washing] 洗衣机
    [water] 水路
   *[other] { $skill }
 }
