import Assets
import Domain
import FoundationEssentials
import Services

/// The people and customers of the demo, and how its days go by.
struct DemoFloor {
  static let visitor = "hexiaoman"
  static let agents: [(login: String, name: String, department: String)] =
    [
      (visitor, "何小满", "三部"), ("jiangliqiu", "江立秋", "一部"), ("zhouguyu", "周谷雨", "二部"),
      ("fangxiazhi", "方夏至", "三部"),
    ] + team
  /// Whose lists wait for the manager.
  static let team: [(login: String, name: String, department: String)] = [
    ("hanshuangjiang", "韩霜降", "三部"), ("lujingzhe", "陆惊蛰", "三部"), ("jidahan", "季大寒", "三部"),
    ("cuimangzhong", "崔芒种", "三部"),
  ]
  static let clerk = (login: "luxiaoxue", name: "陆小雪", department: "三部")
  static let manager = (login: "linbailu", name: "林白露", department: "三部")
  /// The story begins this many days ago.
  private static let days = 90

  private let house: House
  private let context: Context
  private let admin: PersonID
  private let today: Day
  private let calendar: HouseCalendar
  private let notes: [String: [String]]

  /// Sets the base up, with everybody in it.
  init(_ house: House, _ context: Context) throws {
    self.house = house
    self.context = context
    calendar = try context.rules.calendar
    today = calendar.day(of: context.now())
    let began = calendar.moment(today - DemoFloor.days, minute: 480)
    admin = try SetUpHouse(
      policy: "channel", isSandbox: true, login: "admin", name: context.words["init.name"],
      department: context.words["demo.house"]
    ).perform(at: began, in: house)
    notes = Dictionary(grouping: Table("demo/notes.tsv").rows.filter { $0.count > 1 }) { String($0[0]) }
      .mapValues { $0.map { String($0[1]) } }
    for person in DemoFloor.agents { try add(person, .agent, at: began) }
    try add(DemoFloor.manager, .manager, at: began)
    try add(DemoFloor.clerk, .clerk, at: began)
    try add(DemoApplications.support, .support, at: began)
  }

  /// The day on which a demo made now would begin.
  static func firstDay(_ context: Context) throws -> Day {
    try context.rules.calendar.day(of: context.now()) - days
  }

  private func add(
    _ person: (login: String, name: String, department: String), _ role: Role, at began: Instant
  ) throws {
    try AddPerson(login: person.login, name: person.name, department: person.department, roles: [role])
      .perform(by: admin, at: began, in: house)
  }

  /// What this month asks of the visitor's team, and what she has agreed to herself (R8.5).
  func setTargets() throws {
    let manager = try Reading.person(login: DemoFloor.manager.login, in: house).id
    let targets: [(String, [ReportFigure: Int])] = [
      (
        DemoFloor.manager.department,
        [.effective: 400, .new: 360, .visits: 30, .signed: 15, .amount: 25_000_000]
      ),
      (DemoFloor.visitor, [.signed: 6, .amount: 12_000_000]),
    ]
    for (name, figures) in targets {
      try SetTarget(name, in: today, figures).perform(by: manager, at: context.now(), in: house)
    }
  }

  /// Imports the demo customers, as a real floor would its first list.
  func stockTheSea() throws {
    let path = "\(context.path).customers-\(ProcessInfo.processInfo.processIdentifier).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(csv.utf8).write(to: URL(filePath: path))
    _ = try ImportCustomers(try ImportFile(path, HeadingReading(.standard)), to: .sea, isDryRun: false)
      .perform(
        by: admin, at: calendar.moment(today - DemoFloor.days, minute: 490), wallClock: Context.hostTime,
        in: house)
  }

  private var csv: String {
    let heading = "company,contact,title,phone,fax,mobile,address,industry"
    let rows = Table("demo/customers.tsv").rows.map { row in
      [0, 1, 2, 3, 4, 5, 6, 8].map { column in
        let text = column < row.count ? String(row[column]) : ""
        // R5.9: who has no fax says so.
        return CSVCell.written(column == 4 && text.isEmpty ? "无" : text)
      }.joined(separator: ",")
    }
    return ([heading] + rows).joined(separator: "\n") + "\n"
  }

  /// Goes through the story day by day. The engine looks each morning and at each midnight, as it would have.
  func liveThroughTheDays() throws {
    let customers = try importedCustomers()
    let everybody = try Reading.everybody(by: admin, in: house)
    let people = Dictionary(uniqueKeysWithValues: everybody.map { ($0.login, $0.id) })
    var applications = DemoApplications(house, customers: customers, people: people)
    let evenings = DemoEvenings(house, customers: customers, people: people, now: context.now())
    var steps = DemoStory.steps[...]
    for daysAgo in stride(from: DemoFloor.days, through: 0, by: -1) {
      let day = today - daysAgo
      try tick(at: calendar.start(of: day) + 10)
      try tick(at: calendar.moment(day, minute: calendar.deskHours.lowerBound) + 10)
      while let step = steps.first, step.daysAgo == daysAgo {
        steps.removeFirst()
        guard step.customer < customers.count, let agent = people[step.agent] else { continue }
        let now = calendar.moment(day, minute: step.minute)
        if now < context.now() { try perform(step, on: customers[step.customer], by: agent, at: now) }
      }
      try applications.live(daysAgo: daysAgo, until: context.now()) { calendar.moment(day, minute: $0) }
      if calendar.isDeskDay(today) && day == calendar.deskDay(before: today) {
        try evenings.prepareToday(on: day)
      }
    }
    try evenings.liveToday()
  }

  private func tick(at moment: Instant) throws {
    if moment <= context.now() { _ = try SweepDeadlines().perform(at: moment, in: house) }
  }

  /// In the order of the table, which the numbering keeps.
  private func importedCustomers() throws -> [CustomerID] {
    var query = SeaQuery(searching: "", tables: house.rules.tables)
    query.limit = 10_000
    return try SeaView.read(query, by: admin, in: house).rows.map(\.id).sorted()
  }

  private func perform(_ step: DemoStory.Step, on customer: CustomerID, by agent: PersonID, at now: Instant)
    throws
  {
    switch step.deed {
    case .pick: try PickCustomer(customer).perform(by: agent, at: now, in: house)
    case .note(let grade):
      try WriteNote(note(grade, step, at: now), on: customer).perform(by: agent, at: now, in: house)
    case .visit:
      let text = text("visit", step.customer)
      let entry = NoteEntry(kind: .visit, outcome: .connected, text: text, place: "客户公司", met: "采购")
      try WriteNote(entry, on: customer).perform(by: agent, at: now, in: house)
    case .release(let reason):
      try ReleaseCustomer(customer, reason: reason).perform(by: agent, at: now, in: house)
    case .ask(let days, let reason):
      try AskExtension(customer, days: days, reason: reason).perform(by: agent, at: now, in: house)
    case .sign(let opened): try sign(customer, step, opened: opened.map { today - $0 }, at: now)
    }
  }

  /// What was opened before the story began is typed in as such: the account is older than its order here.
  private func sign(_ customer: CustomerID, _ step: DemoStory.Step, opened: Day?, at now: Instant) throws {
    let clerk = try Reading.person(login: DemoFloor.clerk.login, in: house).id
    let order = try AddOrder(
      customer, amount: Amount(fen: Int64(980_000 + step.customer % 7 * 260_000)),
      contract: try CustomerView.read(customer, by: admin, at: now, in: house).customer.name
    ).perform(by: clerk, at: now, in: house)
    try ConfirmOrder(order, on: calendar.day(of: now)).perform(by: clerk, at: now, in: house)
    if let opened { try OpenOrder(order, TermDays(opensOn: opened)).perform(by: clerk, at: now, in: house) }
  }

  private func note(_ grade: String, _ step: DemoStory.Step, at now: Instant) -> NoteEntry {
    let isNew = grade == "new"
    let outcome: Outcome = isNew ? [.noAnswer, .busy, .connected][step.customer % 3] : .interested
    return NoteEntry(
      outcome: outcome, text: text(grade, step.customer), intent: isNew ? nil : grade,
      stage: isNew ? nil : 2 + step.customer % 4, nextContact: nextContact(step, after: now))
  }

  /// Some are to be called today, some later, some have no appointment.
  private func nextContact(_ step: DemoStory.Step, after now: Instant) -> Instant? {
    let day =
      switch step.customer % 5 {
      case 0: today
      case 1: today + 1 + step.customer % 9
      case 2: today + 3
      default: today - 1
      }
    let moment = calendar.moment(calendar.deskDay(onOrAfter: day), minute: 570 + (step.customer * 45) % 450)
    return moment > now && day >= today ? moment : nil
  }

  private func text(_ grade: String, _ index: Int) -> String {
    let texts = notes[grade] ?? []
    return texts.isEmpty ? "" : texts[index % texts.count]
  }
}
