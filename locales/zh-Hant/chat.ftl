# 問候和說明
welcome-customer = 您好，這裡是{ $company }售後服務。請告訴我哪裡出了問題，我來安排維修人員為您處理。
welcome-technician = { $name }，您好。有新工單會傳到這裡。
welcome-supervisor = { $name }，您好。其他人處理不了的事會轉到這裡。
welcome-manager = { $name }，您好。主管來不及處理的事會轉到這裡。
welcome-back = 歡迎回來，這裡是{ $company }售後服務。我們接著剛才的繼續：
help-customer = 用您自己的話說說哪裡出了問題，其餘的我來問。任何時候都可以輸入：/back 上一步、/edit 修改、/cancel 取消、/help 說明、/language 切換語言、/status 查進度。/person 轉接真人客服；/stop 不再收到問卷。
help-technician = 派工會以卡片傳給您：先接單，之後每做一步點一下。/status 查看我的工單，/language 切換語言。
help-supervisor = 沒人接的工單和待回訪的客戶會以卡片傳給您。/status 查看待處理事項，/language 切換語言。
help-manager = 嚴重逾時的工單會通知您。/status 查看待處理事項，/language 切換語言。
nothing-asked-customer = 不好意思，我不太明白。請用您自己的話說說哪裡出了問題，或選擇：
nothing-asked-technician = 現在沒有要您回答的問題。工單請在各自的卡片上操作：
nothing-asked-supervisor = 現在沒有要您回答的問題，請選擇：
nothing-asked-manager = 現在沒有要您回答的問題，請選擇：
nothing-open = 目前沒有正在填寫的內容。
command-unknown = 我看不懂 { $command } 這個指令。輸入 /help 看看我能做什麼。
finish-this-first = 我們先把這裡填完，之後您再打開剛才的連結。
serial-known = 這台產品我們有登記：{ $serial }。
serial-unknown = 序號 { $serial } 還沒有登記過，我會把它記在您的報修單裡。
joined-technician = 歡迎加入，{ $name }！您已開始接單，新工單會傳到這裡。
joined-supervisor = 歡迎加入，{ $name }！其他人處理不了的事會轉到這裡。
joined-manager = 歡迎加入，{ $name }！主管來不及處理的事會轉到這裡。
place-noted = 您的位置記下了，會優先派附近的工單給您。
photo-lost = 這張圖片打不開，請以照片的形式再傳一次。
our-fault = 抱歉，是我們這邊出了問題，您剛才那則訊息沒能處理。請再傳一次，其他內容都還在。
group-private = 群組裡不方便談個人資料，請私訊我。
person-called = 已經轉告我們的客服人員，他們會在這裡回覆您，或打電話給您。
privacy = { $company }會保存您的報修內容、聯絡方式和您的回答，用來為您服務，至少保存三年。您的完整電話和地址只有承接您報修的維修人員和我們的客服看得到，每次查看都有紀錄。輸入 /stop 就不會再收到問卷。
opted-out = 以後不會再傳問卷給您了。您自己報修的進度，我們還是會照常通知您。
button-report = 🔧 我要報修
button-status = 我的報修
button-status-technician = 我的工單
button-status-supervisor = 待處理事項
button-status-manager = 待處理事項
button-duty-on = 開始接單
button-duty-off = 暫停接單
button-language = 🌐 語言
language-which = 請選擇語言：
language-en = English
language-zh-Hans = 简体中文
language-zh-Hant = 繁體中文
language-set = 好的，接下來用繁體中文為您服務。
duty-on = 您已開始接單。
duty-off = 您已暫停接單，不會再收到新工單。
sent-again = （重新傳送：上一次可能沒有送達。）

# 進度
status = { $count ->
    [0] 您目前沒有進行中的報修。
   *[other] 您進行中的報修：
 }
status-technician = { $count ->
    [0] 您手上目前沒有工單。
   *[other] 您的工單：
 }
status-supervisor = 沒人接的工單 { $unassigned } 張，待回訪 { $waiting } 項，待受理的投訴 { $complaints } 件，待安排取件的退換貨 { $returns } 件，待確認的詞語 { $unknown } 則。
button-ticket = { $number } · { $status ->
    [graded] 安排中
    [offered] 安排中
    [unassigned] 待派工
    [accepted] 已接單
    [en-route] 在路上
    [arrived] 已到現場
    [awaiting-confirmation] 待您確認
    [objected] 二次處理
    [confirmed] 已完成
    [cancelled] 已取消
   *[other] 處理中
 }
button-call-back = { $id } 號回訪

# 不能辦的時候
refusal-refused = 抱歉，現在沒辦法這樣做。
refusal-not-found = 找不到。
refusal-not-found-invite = 這個邀請無效，請重新索取一個。
refusal-not-found-ticket = 查不到您的報修單 { $number }，請核對一下單號。
refusal-not-found-button = 這個按鈕不屬於這個對話，或已經失效。
refusal-not-allowed = 這件事要由其他人來決定。
refusal-invalid = 填寫的內容不符合要求。
refusal-wrong-move = { $number } 的進度已經變了，現在不能做這一步。
refusal-too-late = 抱歉，現在已經來不及了。
refusal-too-late-invite-used = 這個邀請已經用過了，請重新索取一個。
refusal-too-late-invite-expired = 這個邀請已經過期，請重新索取一個。
refusal-too-late-offer = { $number } 的這次派工已經失效。
refusal-too-late-offer-taken = { $name } 已先接下 { $number }。
refusal-too-late-assigned = { $number } 已經有人接了。
refusal-too-late-call-back = 這項回訪已經有人接了。
refusal-too-late-survey = 這份問卷已經結束了，還是謝謝您。
refusal-no-key = 需要提供金鑰。

# Telegram 的指令選單
command-report = 我要報修
command-status = 查看報修進度
command-back = 回到上一題
command-edit = 修改已填的內容
command-cancel = 取消正在填寫的內容
command-help = 我可以做什麼
command-language = 切換語言
command-person = 轉接真人客服
command-privacy = 我的個人資料怎麼用
command-stop = 不再收到問卷
thanks-reply = 不客氣！還有其他問題，直接告訴我就可以了。
command-complaint = 我要投訴
command-return = 退貨或換貨
refusal-not-ready = 系統還沒準備好，請稍後再試。
status-today = 今天已完成 { $done } 件，手上還有 { $left } 件。
