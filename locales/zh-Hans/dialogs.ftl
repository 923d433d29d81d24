# 每份表单的导航
button-back = ‹ 上一步
button-skip = 跳过 ›
button-done = ✓ 完成
button-cancel = ✕ 取消
button-edit = ✎ 修改
button-cancel-no = 继续填写
button-cancel-yes = 确定取消
button-marked = ☑ { $label }
button-unmarked = ☐ { $label }
button-none-product = 都不是
button-none-fault = 都不符合
button-all-fault = 查看这类产品的全部故障
button-far = 没错，就是这里
button-share-place = 📍 发送我的位置
button-share-contact = 📱 发送我的手机号
button-share-photo = 📷 照片
answer-now = 目前填的是：{ $answer }
answer-skipped = —
answer-unknown = 暂不清楚
answer-pin = 已发送的位置（{ $latitude }, { $longitude }）
answer-photos = { $count ->
   *[other] { $count } 张照片
 }
photos-so-far = { $count ->
   *[other] 已收到 { $count } 张照片。可以接着发，或点“完成”。
 }
review-line = { $name }：{ $answer }
change-which = 您想修改哪一项？
window = { $day } { $start }:00–{ $end }:00
window-soon = 尽快
resuming = 好，我们接着刚才的来：
taken-product = 产品：{ $name }。（如果不对，稍后点“修改”就能改。）
taken-fault = 故障：{ $name }。
lookup-missed = 没有找到对应的。请从下面选一个，或者换个说法试试。
kept-place = 位置记下了。
kept-contact = 电话记下了。
kept-photos = 照片收到了。

# 答得不合适的时候
misfit-empty = 您发的是空消息，请简单说几句。
misfit-too-long = 您写了 { $length } 个字，这里最多 { $longest } 个字，麻烦精简一下。
misfit-text = 这一题请用文字回答。
misfit-choice = 请从选项里选一个。
misfit-several = 请点按钮勾选，或者直接发字母，比如“A C”。
misfit-number = 请填 { $low } 到 { $high } 之间的整数。
misfit-lookup = 请点按钮选择，或者用文字告诉我。
misfit-place = 请输入地址，或者发送位置。
misfit-address-short = 这个地址有点短，请写上街道和门牌号。
misfit-far = 这里离我们的服务区域比较远。位置没错的话，请在下面确认；不对的话，请重新发一个。
misfit-contact = 请留一个电话号码。
misfit-contact-not-own = 这是别人的名片。请发送您自己的，或者直接输入要联系的电话。
misfit-phone = 这个号码好像不对。请完整输入（固定电话要带区号），例如 138 0013 8000 或 +86 21 6234 5678。
misfit-time = 请选一个时间，或者直接告诉我您什么时候方便。
misfit-time-past = 这个时间已经过了，请另选一个。
misfit-photos = 请发一张照片，或点“跳过”。
misfit-photos-enough = { $most } 张照片够用了，谢谢您。
misfit-button = 这个按钮已经失效，请用下面的按钮。
misfit-review = 请核对一下内容：可以提交、修改，也可以取消。
misfit-change = 请点您要修改的那一项。
misfit-cancel = 请点“继续填写”或“确定取消”。
nothing-to-change = 现在还没有可以修改的内容。
nothing-before = 这已经是第一题了。
nothing-gathered = 这一题不用点“完成”，直接回答就好。
choose-first = 请至少选一项。
cannot-skip = 这一项需要填写，不能跳过。
toast-noted-already = 已经记下了。
toast-earlier-question = 这是前面问题的按钮，请看现在这一题。
toast-form-over = 这一步已经结束了。
help-review = 请核对内容，没问题就提交；点“修改”可以改任何一项。
help-change = 点您想改的那一项，其他内容都不会变。
help-cancel = 别担心，内容都还在。点“继续填写”就能回到刚才的问题。

# 报修
ask-repair-symptoms = 请问出了什么问题？用您自己的话说就行。
ask-repair-product = 请问是哪款产品？
ask-repair-fault = 下面哪一项最接近您遇到的故障？
ask-repair-urgency = 请问这次维修急不急？
ask-repair-place = 产品在什么地方？请输入地址，或者发送位置。
ask-repair-door = 为了方便师傅找到门，要不要补充一下楼栋、楼层、房号？
ask-repair-name = 请问怎么称呼您？比如“王女士”。
ask-repair-phone = 请留一个能联系到您的电话，只有接单的师傅和我们的客服能看到。
ask-repair-time = 您什么时候方便让师傅上门？
ask-repair-photos = 有照片的话，师傅更容易判断。可以发一张或几张，也可以跳过。
name-repair-symptoms = 故障现象
name-repair-product = 产品
name-repair-fault = 故障类型
name-repair-urgency = 紧急程度
name-repair-place = 地址
name-repair-door = 楼栋房号
name-repair-name = 称呼
name-repair-phone = 联系电话
name-repair-time = 上门时间
name-repair-photos = 照片
help-repair-symptoms = 说说产品哪里不正常，比如“热水器不出热水，还一直嘀嘀响”。
help-repair-product = 点选产品，或者输入产品名称、铭牌上的型号。
help-repair-fault = 点最接近的一项。如果都不像，点“都不符合”，我们会保留您的原话。
help-repair-urgency = “紧急”是指有安全隐患，或者产品完全不能用。紧急报修优先处理，白天夜里都一样。
help-repair-place = 师傅会按这个地址上门。请写清区、街道和门牌号，或者点回形针按钮发送位置。
help-repair-door = 比如“3 号楼 502，门铃按两下”。好找的话可以跳过。
help-repair-name = 只用来称呼您，没有别的用途。
help-repair-phone = 请输入电话，固定电话要带区号；也可以发送您自己的名片。除了上门的师傅和我们的客服，其他人都看不到。
help-repair-time = 点一个时间，或者直接写您方便的时候，比如“工作日晚上六点以后”。
help-repair-photos = 最多十张：故障部位、带型号的铭牌、显示故障代码的屏幕都可以。
option-repair-urgency = { $option ->
    [normal] 普通
    [expedited] 加急
   *[urgent] 紧急：有危险，或完全不能用
 }
review-repair = 请核对您的报修信息：
button-send-repair = ✓ 提交报修
cancel-repair = 要取消这次报修吗？已填的内容不会保留。
cancelled-repair = 已取消。有需要随时找我们，直接说哪里坏了就行。

# 服务记录
ask-record-cause = 故障原因是什么？
ask-record-solution = 是怎么解决的？
ask-record-parts = 用了哪些备件？请写名称和数量，没用就跳过。
ask-record-minutes = 维修用了多少分钟？
ask-record-photos = 有维修照片吗？可以发上来，也可以跳过。
name-record-cause = 故障原因
name-record-solution = 解决方案
name-record-parts = 备件
name-record-minutes = 用时（分钟）
name-record-photos = 照片
help-record-cause = 写您查明的真正原因，比如“加热管烧穿”。
help-record-solution = 写做了哪些处理，比如“更换加热管，试机 20 分钟正常”。
help-record-parts = 比如“加热管 HE-20 ×1，密封圈 ×2”。
help-record-minutes = 现场维修的用时，填整数分钟，点选或输入都行。
help-record-photos = 修好的部位、换下的旧件、试机后的读数都可以。
option-record-minutes = { $option } 分钟
review-record = 请核对服务记录：
button-send-record = ✓ 提交并完工
cancel-record = 先不填服务记录了吗？工单不会关闭。
cancelled-record = 工单还没关闭。准备好了，在工单卡片上点“完工”就行。

# 异议和回访
ask-objection-words = 很抱歉，给您添麻烦了。请问还有什么问题没解决？
name-objection-words = 未解决的问题
help-objection-words = 用您自己的话说就行。我们会再次安排上门，24 小时内给您新的解决方案。
cancel-objection = 先不说了吗？这张报修单会继续等您答复。
cancelled-objection = 好的。要是还有问题，随时跟我们说一声。
ask-callback-words = 这次回访结果怎么样？
name-callback-words = 回访结果
help-callback-words = 写一两句就行：客户怎么说，跟客户怎么约定的。
cancel-callback = 先不填了吗？这项回访仍由您负责。
cancelled-callback = 好的，这项回访仍由您负责。

# 满意度调查（表16-8）
ask-survey-score = 您对我们的服务满意吗？10 分是完全满意，1 分是很不满意。
ask-survey-reasons = 是哪些地方让您不够满意？可以多选。
ask-survey-words = 请用您自己的话说说。
name-survey-score = 评分
name-survey-reasons = 原因
name-survey-words = 您的说明
help-survey-score = 10–9 完全满意，8–7 较满意，6–5 一般，4–3 较不满意，2–1 不满意。
help-survey-reasons = 点一下选中，再点一下取消；选好后点“完成”。
help-survey-words = 一句话就够了。
option-survey-score = { $option }
option-survey-reasons = { $option ->
    [A] A · 没查出故障原因
    [B] B · 查出了故障，但没有完全修好
    [C] C · 缺少备件或工具，耽误了维修
    [D] D · 服务态度不好
    [E] E · 做的不是我要求的
    [F] F · 没有遵守约定的时间
    [G] G · 价格超出了事先的估价
    [H] H · 服务人员索要小费
   *[I] I · 其他，我来说明
 }
cancel-survey = 要结束问卷吗？您已经答的都算数。
cancelled-survey = 好的，就到这里。谢谢您告诉我们这些。
survey-intro = 您的报修单 { $number } 已完成。方便的话，请回答两个小问题：
survey-reminder = 打扰您一下：{ $number } 这次服务，您觉得怎么样？点一下就好。
survey-thanks = 谢谢您！您的反馈对我们很有帮助。
survey-thanks-low = 谢谢您坦率地告诉我们。主管会了解情况，并给您回电。
# 报修：类别、其他故障、替谁报修
button-that-is-all = 没有了
button-further = ➕ { $name }
misfit-further = 请说说还有哪里不正常；没有的话，点“{ button-that-is-all }”。
ask-repair-usage = 您是想问怎么使用，还是产品出了问题？
name-repair-usage = 事项
help-repair-usage = 使用方面的问题会有专人答复，不用上门。
option-repair-usage = { $option ->
    [yes] 想问怎么使用
   *[no] 产品出了问题
 }
ask-repair-kind = 请问属于哪一类？
name-repair-kind = 类别
help-repair-kind = 我们好转给对口的同事。选最接近的一项就行。
option-repair-kind = { $option ->
    [hardware] 零件坏了或磨损
    [software] 软件、设置或联网问题
    [equipment] 加装设备
    [function] 变更功能
    [question] 使用咨询
   *[other] 其他
 }
ask-repair-further = 还有其他不正常的地方吗？
name-repair-further = 其他问题
help-repair-further = 请一条消息说一个问题，最多三个。没有的话，点“{ button-that-is-all }”。
ask-repair-writer = 请问您是替谁报修？
name-repair-writer = 报修方
help-repair-writer = 如果您是代理商，我们还会问一下您客户的情况。
option-repair-writer = { $option ->
    [self] 自己
    [organisation] 我的单位
   *[dealer] 我是代理商
 }
ask-repair-organisation = 请问贵单位的名称是？
name-repair-organisation = 单位名称
help-repair-organisation = 比如公司、店铺、学校或机关的名称。
ask-repair-client = 请问您的客户是哪位？写姓名或单位名称都行。
name-repair-client = 您的客户
help-repair-client = 产品是谁的就写谁，师傅会上他那里去。
ask-repair-clientphone = 师傅打哪个电话能联系到您的客户？如果联系您就行，请跳过。
name-repair-clientphone = 客户电话
help-repair-clientphone = 请输入电话，固定电话要带区号；也可以发送客户的名片。只有接单的师傅和我们的客服能看到。
ask-repair-tried = 您已经试过哪些办法？没有就跳过。
name-repair-tried = 已试过的办法
help-repair-tried = 比如“重启过，换过保险丝”，师傅就不用再试一遍了。
ask-repair-honorific = 怎么称呼您比较合适？
name-repair-honorific = 尊称
help-repair-honorific = 师傅上门时好称呼您。
option-repair-honorific = { $option ->
    [ms] 女士
    [mr] 先生
   *[none] 直接称呼姓名
 }
