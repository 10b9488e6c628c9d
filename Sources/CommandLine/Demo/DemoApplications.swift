import Assets
import Domain
import Services

/// What the agents of the demo applied for with support, and what came of it: one in every state (R5.8).
struct DemoApplications {
  static let support = (login: "shenqingming", name: "沈清明", department: "销售支持")

  private enum Deed {
    /// Under another name than the house knows: whoever holds the very company goes on.
    case apply(as: String, remark: String)
    case answer(ApplicationAnswer)
    case grant
    case enter
    case withdraw
  }

  private struct Step {
    let daysAgo: Int
    let minute: Int
    /// The place of the customer in the table of demo customers.
    let customer: Int
    let login: String
    let deed: Deed
  }

  private static let visitor = DemoFloor.visitor
  private static let steps: [Step] = [
    Step(
      daysAgo: 25, minute: 600, customer: 107, login: visitor,
      deed: .apply(as: "台州铭诚泵业股份有限公司", remark: "展会上认识的采购")),
    Step(daysAgo: 24, minute: 610, customer: 107, login: support.login, deed: .answer(.enter)),
    Step(
      daysAgo: 15, minute: 620, customer: 124, login: "fangxiazhi",
      deed: .apply(as: "泉州远宏塑胶制品有限公司", remark: "执照名称不同, 是两家")),
    Step(daysAgo: 14, minute: 570, customer: 124, login: support.login, deed: .answer(.enter)),
    Step(daysAgo: 13, minute: 580, customer: 124, login: "fangxiazhi", deed: .enter),
    Step(
      daysAgo: 10, minute: 640, customer: 142, login: "fangxiazhi",
      deed: .apply(as: "苏州顺安阀门厂", remark: "老客户介绍")),
    Step(daysAgo: 9, minute: 560, customer: 142, login: "fangxiazhi", deed: .withdraw),
    Step(
      daysAgo: 7, minute: 630, customer: 101, login: visitor, deed: .apply(as: "滁州银天汽车配件商行", remark: "对方主动来电")
    ),
    Step(
      daysAgo: 6, minute: 600, customer: 101, login: support.login,
      deed: .answer(.refuse(reason: "方夏至上周刚上门, 在谈"))),
    Step(
      daysAgo: 6, minute: 650, customer: 100, login: visitor,
      deed: .apply(as: "深圳嘉瑞化工股份有限公司", remark: "换了老板, 找我重谈")),
    Step(
      daysAgo: 3, minute: 600, customer: 206, login: "jiangliqiu",
      deed: .apply(as: "宁波汇天物流贸易有限公司", remark: "已改制, 执照换了名称")),
    Step(
      daysAgo: 2, minute: 590, customer: 118, login: visitor,
      deed: .apply(as: "苏州诚瑞包装材料厂", remark: "同一集团的客户介绍")),
    Step(daysAgo: 1, minute: 560, customer: 206, login: support.login, deed: .grant),
    Step(daysAgo: 1, minute: 565, customer: 118, login: support.login, deed: .answer(.enter)),
    Step(
      daysAgo: 1, minute: 700, customer: 122, login: DemoFloor.clerk.login,
      deed: .apply(as: "青岛金飞包装材料股份有限公司", remark: "前台登记的来访")),
    Step(
      daysAgo: 0, minute: 545, customer: 106, login: visitor,
      deed: .apply(as: "成都远瑞灯饰商行", remark: "微信上加到了负责人")),
  ]

  private let house: House
  private let customers: [CustomerID]
  private let people: [String: PersonID]
  private let rows = Table("demo/customers.tsv").rows
  private var asked: [Int: ApplicationID] = [:]

  init(_ house: House, customers: [CustomerID], people: [String: PersonID]) {
    self.house = house
    self.customers = customers
    self.people = people
  }

  /// What happened on one day, as far as it has come.
  mutating func live(daysAgo: Int, until now: Instant, moment: (Int) -> Instant) throws {
    for step in DemoApplications.steps where step.daysAgo == daysAgo && moment(step.minute) < now {
      guard let person = people[step.login], step.customer < customers.count else { continue }
      try perform(step, by: person, at: moment(step.minute))
    }
  }

  private mutating func perform(_ step: Step, by person: PersonID, at now: Instant) throws {
    if case .apply(let name, let remark) = step.deed {
      let isClerk = step.login == DemoFloor.clerk.login
      asked[step.customer] = try Apply(entry(step.customer, name, remark), for: isClerk ? "jiangliqiu" : nil)
        .perform(by: person, at: now, in: house).id
      return
    }
    guard let application = asked[step.customer] else { return }
    switch step.deed {
    case .apply: break
    case .answer(let answer):
      try AnswerApplication(application, answer).perform(by: person, at: now, in: house)
    case .grant:
      try AnswerApplication(application, .grant(customers[step.customer])).perform(
        by: person, at: now, in: house)
    case .withdraw: try WithdrawApplication(application).perform(by: person, at: now, in: house)
    case .enter:
      let form = try ApplicationView.read(application, by: person, at: now, in: house).application.entry.form
      try EnterCustomer(form, application: application).perform(by: person, at: now, in: house)
    }
  }

  private func entry(_ customer: Int, _ name: String, _ remark: String) -> Application.Entry {
    let row = rows[customer]
    return Application.Entry(
      name: name, landline: "无", fax: "无", mobile: "1381234\(1000 + customer)",
      address: String(row[6]), remark: remark)
  }
}
