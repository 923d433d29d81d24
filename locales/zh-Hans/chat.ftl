# 问候和帮助
welcome-customer = 您好，这里是{ $company }售后服务。请告诉我哪里出了问题，我来安排师傅为您维修。
welcome-technician = { $name }，您好。有新工单会发到这里。
welcome-supervisor = { $name }，您好。别人解决不了的事会转到这里。
welcome-manager = { $name }，您好。主管没能及时处理的事会转到这里。
welcome-back = 欢迎回来，这里是{ $company }售后服务。我们接着刚才的来：
help-customer = 用您自己的话说说哪里出了问题，其余的我来问。任何时候都可以发：/back 上一步、/edit 修改、/cancel 取消、/help 帮助、/language 切换语言、/status 查进度。/person 转人工客服；/stop 不再接收问卷。
help-technician = 派单会以卡片发给您：先接单，之后每做一步点一下。/status 查看我的工单，/language 切换语言。
help-supervisor = 无人接的工单和待回访的客户会以卡片发给您。/status 查看待处理事项，/language 切换语言。
help-manager = 严重超时的工单会通知您。/status 查看待处理事项，/language 切换语言。
nothing-asked-customer = 不好意思，我没太明白。请用您自己的话说说哪里出了问题，或者选择：
nothing-asked-technician = 现在没有要您回答的问题。工单请在各自的卡片上操作：
nothing-asked-supervisor = 现在没有要您回答的问题，请选择：
nothing-asked-manager = 现在没有要您回答的问题，请选择：
nothing-open = 现在没有正在填写的内容。
command-unknown = 我不认识 { $command } 这个指令。发送 /help 看看我能做什么。
finish-this-first = 我们先把这里填完，之后您再打开刚才的链接。
serial-known = 这台产品我们有登记：{ $serial }。
serial-unknown = 序列号 { $serial } 还没有登记过，我会把它记在您的报修单里。
joined-technician = 欢迎加入，{ $name }！您已开始接单，新工单会发到这里。
joined-supervisor = 欢迎加入，{ $name }！别人解决不了的事会转到这里。
joined-manager = 欢迎加入，{ $name }！主管没能及时处理的事会转到这里。
place-noted = 您的位置记下了，会优先派附近的工单给您。
photo-lost = 这张图片打不开，请以照片的形式再发一次。
our-fault = 抱歉，是我们这边出了问题，您刚才那条消息没能处理。请再发一次，其他内容都还在。
group-private = 群里不方便谈个人信息，请私聊我。
person-called = 已经转告我们的客服人员，他们会在这里回复您，或者给您打电话。
privacy = { $company }会保存您的报修内容、联系方式和您的回答，用于为您服务，至少保存三年。您的完整电话和地址只有承接您报修的师傅和我们的客服能看到，每次查看都有记录。发送 /stop 可不再接收问卷。
opted-out = 以后不会再给您发问卷了。您自己报修的进度，我们还会照常通知您。
button-report = 🔧 我要报修
button-status = 我的报修
button-status-technician = 我的工单
button-status-supervisor = 待处理事项
button-status-manager = 待处理事项
button-duty-on = 开始接单
button-duty-off = 暂停接单
button-language = 🌐 语言
language-which = 请选择语言：
language-en = English
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-set = 好的，接下来用简体中文为您服务。
duty-on = 您已开始接单。
duty-off = 您已暂停接单，不会再收到新工单。
sent-again = （重新发送：上一次可能没有送达。）

# 进度
status = { $count ->
    [0] 您目前没有进行中的报修。
   *[other] 您进行中的报修：
 }
status-technician = { $count ->
    [0] 您手上目前没有工单。
   *[other] 您的工单：
 }
status-supervisor = 无人接的工单 { $unassigned } 张，待回访 { $waiting } 项，待受理的投诉 { $complaints } 件，待安排取件的退换货 { $returns } 件，待确认的词语 { $unknown } 条。
button-ticket = { $number } · { $status ->
    [graded] 安排中
    [offered] 安排中
    [unassigned] 待派单
    [accepted] 已接单
    [en-route] 在路上
    [arrived] 已到现场
    [awaiting-confirmation] 待您确认
    [objected] 二次处理
    [confirmed] 已完成
    [cancelled] 已取消
   *[other] 处理中
 }
button-call-back = { $id } 号回访

# 不能办的时候
refusal-refused = 抱歉，现在办不了。
refusal-not-found = 没有找到。
refusal-not-found-invite = 这个邀请无效，请重新要一个。
refusal-not-found-ticket = 没有查到您的报修单 { $number }，请核对一下单号。
refusal-not-found-button = 这个按钮不属于这个对话，或者已经失效。
refusal-not-allowed = 这件事要由别人来决定。
refusal-invalid = 填写的内容不符合要求。
refusal-wrong-move = { $number } 的进度已经变了，这一步现在做不了。
refusal-too-late = 抱歉，现在已经来不及了。
refusal-too-late-invite-used = 这个邀请已经用过了，请重新要一个。
refusal-too-late-invite-expired = 这个邀请已经过期，请重新要一个。
refusal-too-late-offer = { $number } 的这次派单已经失效。
refusal-too-late-offer-taken = { $name } 已抢先接下 { $number }。
refusal-too-late-assigned = { $number } 已经有人接了。
refusal-too-late-call-back = 这项回访已经有人接了。
refusal-too-late-survey = 这份问卷已经结束了，还是谢谢您。
refusal-no-key = 需要提供密钥。

# Telegram 的指令菜单
command-report = 我要报修
command-status = 查看报修进度
command-back = 回到上一题
command-edit = 修改已填的内容
command-cancel = 取消正在填写的内容
command-help = 我可以做什么
command-language = 切换语言
command-person = 转人工客服
command-privacy = 我的个人信息怎么用
command-stop = 不再接收问卷
thanks-reply = 不客气！还有别的问题，直接告诉我就行。
command-complaint = 我要投诉
command-return = 退货或换货
refusal-not-ready = 系统还没准备好，请稍后再试。
status-today = 今天已完成 { $done } 单，手上还有 { $left } 单。
