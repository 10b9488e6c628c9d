/// Two months of a house, in which every command that tells a moment is called.
enum HouseScript {
  static let text = """
    2026-11-25T22:40:00 zhang enter {01}
    zhang enter {02}
    zhang enter {03}
    zhang enter {04}
    zhang enter {05}
    zhang enter {06}
    wang enter {11}
    wang enter {12}
    wang enter {13}
    li enter {21}
    lu enter {22} --for zhang
    li enter --name 苏州日东精密电子有限公司 --phone 0512-60010001 --fax none --address 苏州市潮声路1号
    zhang mine
    zhang why K000001
    zhang note K000001 --kind call --outcome connected --text 要报价 --next 后天上午10点 --intent A
    zhang note K000002 --kind call --outcome no_answer --text 没人接 --next 2026-11-26T09:30:00
    zhang plan K000003 2026-11-28T10:00:00
    zhang !plan K000003 2026-11-25T22:00:00
    zhang when 明天9点
    zhang when 月底
    zhang workday 2026-11-25 +3
    zhang calendar show 2026
    zhang show K000001
    zhang dial K000001
    zhang draft list
    lin suspicions
    lin report calls
    zhang calls
    zhang counters
    zhang counters --counted
    zhang visit-day on
    zhang visit-day on --tomorrow
    zhang visit-day off --tomorrow
    zhang tomorrow fill
    zhang tomorrow drop K000004
    zhang tomorrow add K000004
    zhang tomorrow show
    zhang tomorrow submit --reason 库里只有这些
    zhang tomorrow withdraw
    zhang tomorrow submit --reason 库里只有这些
    lin evening
    lin evening show zhang
    lin evening return zhang --remark 太少
    lin evening undo zhang
    lin evening pass zhang
    lin evening history
    gu cover lin --from 2026-11-26 --to 2026-11-27 --by gu
    li check --phone 0512-61000001
    li receipt list
    zhang receipt show C261125-0001
    li searches
    wang apply --name 苏州日东精密电子中心有限公司 --landline 0512-69990001 --fax 无 --address 苏州市潮声路9号 --remark 老客户
    wang application list
    wang application show 1
    shen application answer 1 --enter
    wang alerts
    li apply --name 苏州潮音06号机械中心有限公司 --landline 0512-69990003 --fax 无 --address 苏州市潮声路7号 --remark 老客户
    zhang apply --name 苏州潮音11号机械中心有限公司 --landline 0512-69990002 --fax 无 --address 苏州市潮声路8号 --remark 老客户
    wang !apply --name 苏州日东精密电子商行有限公司 --landline 0512-69990002 --fax 无 --address 苏州市潮声路8号 --remark x
    zhang !apply --name 苏州日东精密电子商行有限公司 --landline 0512-69990002 --fax 无 --address 苏州市潮声路8号 --remark 老客户
    zhang application withdraw 3
    zhang change K000005 --remark 大客户
    zhang av K000005 --legal-person 钱先生
    zhang contact add K000005 --name 钱先生
    zhang number add K000005 --mobile 13900000005
    zhang number mark K000005 13900000005 do_not_call
    lin number lift 13900000005 --reason 客户同意
    wang tell K000005 --text 在找供应商
    zhang note correct 1 --text 要两份报价
    zhang stage K000005 2 --why 约好见面
    zhang contact add K000005 --name 孙女士
    zhang contact change K000005 钱先生 --title 经理
    zhang contact link K000005 钱先生 孙女士
    zhang profile K000005 --product 减速机
    zhang tag add K000005 急
    zhang tag drop K000005 急
    zhang task add K000005 --subject 送样 --due 后天
    zhang task change 1 --product 减速机
    zhang task list
    zhang task done 1
    zhang document add K000005 ROWS
    zhang document list K000005
    zhang invalid K000005
    zhang revive K000005
    zhang show K000005
    zhang order add K000001 --amount 12800 --contract-name 潮音机械
    zhang order list K000001
    lin order confirm 1 --date 2026-11-25
    lin order open 1 --date 2026-11-25
    lin payment add 1 --amount 3800 --date 2026-11-25 --due 2026-12-10
    lin payment add 1 --amount 100
    lin orders
    lin payment void 2 --reason 记错
    lin order show 1
    lin commission 1
    lin order renew 1 --date 2027-11-01
    zhang show K000001
    zhang dial K000001
    zhang draft list
    lin suspicions
    lin report calls
    zhang audit K000001
    lin order void 1 --reason 录错了
    zhang release K000006 --reason no_need
    zhang undo
    zhang release K000006 --reason no_need
    zhang sea
    lin sea --released-from 2026-11-25 --released-to 2026-11-25
    wang !pick K000006
    zhang extension ask K000002 --days 3 --reason 客户出差
    lin requests
    lin approvals
    lin extension answer 1 --grant
    lin !approve 1
    lin !refuse 1
    zhang view keep 6 --name 常用
    zhang view list
    zhang view drop 6
    li change K000010 --name 苏州潮音01号机械有限公司
    shen judgements
    li show K000010
    shen judge K000010 keep
    lin transfer K000009 --to zhang
    gu house add K000005
    gu house drop K000005
    gu block add 苏州黑潮有限公司
    gu block drop 苏州黑潮有限公司
    zhang enter --person --name 钱某 --mobile 13900000009 --address 苏州市潮声路5号 --pair K000004
    zhang unpair K000004
    zhang pair K000004 K000013
    2026-11-26T22:40:00 shen application answer 2 --grant K000006
    li application rename 2
    zhang release K000005 --reason other
    2026-11-26T22:50:00 wang pick K000005
    wang show K000005
    wang undo
    zhang mine
    zhang calls
    zhang counters --counted
    zhang lost
    lin target set zhang 2026-11 --signed 3
    lin target show
    lin wallboard
    lin report sea --behind picked
    shen merge K000003 K000002
    wang !swap K000008 K000010
    wang swap K000008 K000005
    gu audit K000006
    2026-11-28T22:40:00 wang application list
    2026-12-16T22:40:00 gu engine tick
    gu engine status
    2026-12-24T22:40:00 gu engine tick
    zhang rescue
    zhang alerts
    lin forecast
    lin forecast --customers
    lin forecast --confirm
    - policy simulate POLICY
    - policy adopt POLICY --from 2027-01-01
    2026-12-25T22:40:00 gu engine tick
    2026-12-26T00:20:00 gu engine tick
    zhang lost
    zhang sea
    zhang takeback K000004 --ask
    lin takeback K000004
    zhang alerts
    zhang overdue
    lin evening history
    zhang lost ask K000004 --reason competitor --competitor 云帆 --explanation 便宜两成
    zhang void K000004 --reason 录错了 --ask
    zhang coop ask K000004 --with li --reason 他认识采购
    lin approvals
    lin coop answer 5 --grant
    li coop list
    lin coop end K000004 --with li
    lin coop add K000004 --with li
    lin !lost answer 99 --agree
    lin lost answer 3 --back
    lin approve 4
    lin show K000004
    lin !reactivate K000004
    lin !deactivate K000004 --reason 停业
    2027-03-26T22:40:00 gu engine tick
    gu !doctor
    gu engine confirm
    gu import ROWS --to sea
    gu import ROWS --to sea
    gu callrecords import RECORDS
    gu handover li --sea --dry-run
    """
}
