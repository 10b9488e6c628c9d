import Domain
import HouseFixtures
import Services

/// One house in the program and in the model, and the acts of a random history on both.
package final class ActHistory {
  static let agents: [TestHouse.Who] = [.zhang, .li]
  private static let inTheSea = 3

  let house: TestHouse
  let dump: BaseDump
  var model: ModelHouse
  let offset: Int
  var now: Int
  var log: [(at: Instant, what: String, answer: String)] = []
  var tickDifference: String?
  /// In whose library the last act has put a customer. What comes back by other rules, or while releases are off, needs
  /// no room: it never left.
  var newcomer: Int?
  var listDifference: String?
  package internal(set) var answers: [String: Int] = [:]
  /// Customers by their number in the model; the program's ids follow them.
  private var customers: Int

  package init(_ rules: ModelRules, _ policy: Policy, _ calendar: ModelCalendar, from start: Int) throws {
    house = try TestHouse(policy)
    dump = try BaseDump(house.path)
    model = ModelHouse(rules, calendar)
    offset = policy.utcOffset
    now = start
    customers = ActHistory.inTheSea
    pass(to: start)
    model.see(now)
    // Nothing is left open that somebody had to fill in (R5.9).
    try house.importRows(
      (1...ActHistory.inTheSea).map { "苏州潮音\($0)厂,0512-6000100\($0),苏州,无" }, heading: "公司名称,固定电话,经营地址,传真")
  }

  /// The history so far, to be read by whoever has to find the fault.
  package var story: String {
    log.map { "\(house.calendar.iso8601($0.at)) \($0.what): \($0.answer)" }.joined(separator: "\n")
  }

  // MARK: one step

  package func step(_ dice: inout Dice) throws {
    pass(to: dice.moment(after: now, edges: model.edges, model.calendar))
    let agent = dice.roll(0...1)
    let own = model.holdings.filter { $0.holder == agent && $0.endedAt == nil }.map(\.customer)
    let any = dice.roll(1...customers)
    let customer = dice.happens(60) ? dice.one(of: own) ?? any : any
    // After an outage somebody mostly says that the clock is right.
    if model.isOff(at: now) && dice.happens(70) {
      try tick()
      try confirm()
    }
    let jump = dice.happens(4) ? 86_400 * (dice.happens(50) ? -1 : 30) : 0
    pass(to: now + jump)
    defer { if jump != 0 { pass(to: now - jump) } }
    // A wrong clock is seen by the engine first, or by who acts first.
    if jump != 0 && dice.happens(70) { try tick() }
    switch dice.roll(1...32) {
    case ...4: try pick(any, by: agent)
    case ...6 where customers < 7: try enter(agent)
    case 7...9:
      try release(customer, by: agent)
      if dice.happens(50) { pass(to: now + dice.roll(1...70)) }
      if dice.happens(50) { try undo(customer, by: agent) }
    case 10: try undo(customer, by: agent)
    case 11: try swap(customer, for: any, by: agent)
    case 12...15:
      try note(on: customer, by: agent, dice.one(of: ActHistory.notes) ?? ActHistory.notes[0])
      if dice.happens(50) { pass(to: now + dice.roll(1...70)) }
      if dice.happens(50) { try takeBack(on: customer, by: agent) }
    case 16: try takeBack(on: customer, by: agent)
    case 17...18:
      for held in own.prefix(dice.roll(1...2)) { try ask(dice.one(of: days) ?? 1, with: held, by: agent) }
      if dice.happens(60) { pass(to: dice.moment(after: now, edges: model.edges, model.calendar)) }
      if dice.happens(60) { try answer(model.requests.count, granted: dice.happens(60)) }
    case 19: try answer(dice.roll(0...model.requests.count + 1), granted: dice.happens(50))
    case 20: try takeBack(any)
    case 21: try sign(customer, by: agent)
    case 22...23: try confirm()
    case 24: try confirmForecast()
    case 25: try adoptRules(&dice)
    case 26: try adoptCalendar(&dice)
    case 27: try transfer(dice.happens(50) ? customer : any, to: dice.roll(0...1))
    default: try tick()
    }
  }

  private func pass(to moment: Int) {
    now = moment
    model.takeUp(at: now)
    house.now = Instant(seconds: Int64(moment - offset))
  }

  private func pick(_ customer: Int, by agent: Int) throws {
    let who = ActHistory.agents[agent]
    try compare("\(who) picks \(customer)", model.pick(customer, by: agent, at: now), into: agent) {
      try house.pick(id(customer), by: who)
    }
  }

  private func release(_ customer: Int, by agent: Int) throws {
    if isSigned(customer) { return }
    let who = ActHistory.agents[agent]
    try compare("\(who) releases \(customer)", model.release(customer, by: agent, at: now)) {
      try house.release(id(customer), by: who)
    }
  }

  private func transfer(_ customer: Int, to agent: Int) throws {
    let who = ActHistory.agents[agent]
    // R3.1: a signed one takes no slot.
    let taker = isSigned(customer) ? nil : agent
    try compare(
      "the director gives \(customer) to \(who)", model.transfer(customer, to: agent, at: now), into: taker
    ) {
      try house.transfer(id(customer), to: who, by: .director)
    }
  }

  private func undo(_ customer: Int, by agent: Int) throws {
    let who = ActHistory.agents[agent]
    try compare("\(who) undoes \(customer)", model.undoRelease(of: customer, by: agent, at: now)) {
      try house.undoRelease(of: id(customer), by: who)
    }
  }

  private func swap(_ old: Int, for new: Int, by agent: Int) throws {
    if isSigned(old) { return }
    let who = ActHistory.agents[agent]
    try compare("\(who) swaps \(old) for \(new)", model.swap(old, for: new, by: agent, at: now)) {
      try house.swap(id(old), for: id(new), by: who)
    }
  }

  private let days = [0, 1, 1, 2, 5, 30, 31]

  func id(_ customer: Int) -> CustomerID { CustomerID(Int64(customer)) }

  private func enter(_ agent: Int) throws {
    let who = ActHistory.agents[agent]
    try compare("\(who) enters \(customers + 1)", model.enter(customers + 1, by: agent, at: now), into: agent)
    {
      try house.enter(house.form(), by: who)
    }
    if log.last?.answer == "ok" { customers += 1 }
  }

  private static let notes: [(ModelOpportunity.Note, NoteEntry)] = [
    (.contact, NoteEntry(outcome: .interested)), (.contact, NoteEntry(kind: .mail, outcome: .connected)),
    (.visit, NoteEntry(kind: .visit, outcome: .connected, text: "x", place: "x", met: "x")),
    (.attempt, NoteEntry(outcome: .busy)), (.attempt, NoteEntry(outcome: .noAnswer)),
    (.wrongNumber, NoteEntry(kind: .message, outcome: .wrongNumber)),
  ]

  private func note(on customer: Int, by agent: Int, _ note: (kind: ModelOpportunity.Note, entry: NoteEntry))
    throws
  {
    let who = ActHistory.agents[agent]
    var id: Int64 = 0
    let before = model
    try compare(
      "\(who) notes \(note.kind) on \(customer)",
      model.note(note.kind, on: customer, by: agent, at: now, id: 0)
    ) {
      id = try house.write(note.entry, on: self.id(customer), by: who).note.value
    }
    guard id != 0 else { return }
    model = before
    _ = model.note(note.kind, on: customer, by: agent, at: now, id: id)
    model.see(now)
    model.takeUp(at: now)
  }

  private func takeBack(on customer: Int, by agent: Int) throws {
    let who = ActHistory.agents[agent]
    let last = model.holdings.last { $0.customer == customer && !$0.notes.isEmpty }?.notes.last?.id ?? 1
    try compare(
      "\(who) takes note \(last) on \(customer) back", model.takeBack(last, on: customer, by: agent, at: now)
    ) {
      try house.takeBack(NoteID(last), on: id(customer), by: who)
    }
  }

  private func ask(_ days: Int, with customer: Int, by agent: Int) throws {
    let who = ActHistory.agents[agent]
    let expected = model.ask(for: days, with: customer, by: agent, at: now)
    try compare("\(who) asks for \(days) days with \(customer)", expected) {
      try AskExtension(id(customer), days: days, reason: "x")
        .perform(by: house.id(who), at: house.now, in: house.house)
    }
  }

  private func answer(_ request: Int, granted: Bool) throws {
    let expected = model.answer(request, granted: granted, at: now)
    try compare("request \(request) is \(granted ? "granted" : "refused")", expected) {
      try AnswerRequest(RequestID(Int64(request)), granted: granted)
        .perform(by: house.id(.director), at: house.now, in: house.house)
    }
  }

  private func takeBack(_ customer: Int) throws {
    try compare("\(customer) is taken back", model.takeBack(customer, at: now)) {
      try TakeBackCustomer(id(customer)).perform(by: house.id(.director), at: house.now, in: house.house)
    }
  }

  /// Who is signed stays where he is: what becomes of him belongs to the orders.
  private func isSigned(_ customer: Int) -> Bool {
    model.current(customer).map { model.holdings[$0].opportunity.isSigned } ?? false
  }

  private func sign(_ customer: Int, by agent: Int) throws {
    if isSigned(customer) { return }
    let who = ActHistory.agents[agent]
    let today = house.calendar.day(of: house.now)
    try compare("\(who) signs \(customer)", model.sign(customer, by: agent, at: now)) {
      let order = try AddOrder(id(customer), amount: Amount(fen: 100), contract: "x")
        .perform(by: house.id(who), at: house.now, in: house.house)
      try ConfirmOrder(order, on: today).perform(by: house.id(.director), at: house.now, in: house.house)
    }
  }

  private func confirm() throws {
    try compare("the director confirms", model.confirm(at: now)) {
      try ConfirmReleases().perform(by: house.id(.director), at: house.now, in: house.house)
    }
  }

  private func confirmForecast() throws {
    try compare("the director confirms the forecast", model.confirmForecast(at: now)) {
      try ConfirmForecast().perform(by: house.id(.director), at: house.now, in: house.house)
    }
  }

  private func adoptRules(_ dice: inout Dice) throws {
    guard var rules = dice.one(of: ModelRules.variants) else { return }
    rules.capacity = min(rules.capacity, 3)
    let day = model.calendar.day(now) + dice.roll(-1...2)
    let text = try rules.text
    try compare(
      "rules from \(Day(number: day).iso): \(rules)", model.adopt(rules, fromDay: day, at: now),
      measuresTheClock: false
    ) {
      try AdoptPolicy(text, from: Day(number: day))
        .perform(by: house.id(.admin), at: house.now, in: house.house)
    }
  }

  private func adoptCalendar(_ dice: inout Dice) throws {
    let days = dice.workingDays(ofYearAt: model.calendar.day(now), model.calendar)
    let text = days.sorted { $0.key < $1.key }.map {
      "\(Day(number: $0.key).iso),\($0.value ? "work" : "off")"
    }.joined(separator: "\n")
    try compare("other working days: \(text)", model.adopt(days, at: now), measuresTheClock: false) {
      try AdoptCalendar(text).perform(by: house.id(.admin), at: house.now, in: house.house)
    }
  }

  /// - Parameter holder: in whose library the act puts a customer.
  private func compare(
    _ what: String, _ expected: String, into holder: Int? = nil, measuresTheClock: Bool = true,
    _ act: () throws -> Void
  ) throws {
    var answer = "ok"
    do { try act() } catch let refusal as Refusal { answer = refusal.code }
    log.append((house.now, what, answer == expected ? answer : "\(answer), expected \(expected)"))
    newcomer = answer == "ok" ? holder : nil
    if answer == "ok" && measuresTheClock { model.see(now) }
    model.takeUp(at: now)
    answers[answer, default: 0] += 1
  }
}
