import Assets
import Domain
import Services

/// The evening before and the day so far of the demo: a list to call, the next one half made, and the lists of a team
/// for its manager to pass (R7.5, R8.1).
struct DemoEvenings {
  private let house: House
  private let customers: [CustomerID]
  private let people: [String: PersonID]
  private let now: Instant
  private var calendar: HouseCalendar { house.rules.calendar }

  init(_ house: House, customers: [CustomerID], people: [String: PersonID], now: Instant) {
    self.house = house
    self.customers = customers
    self.people = people
    self.now = now
  }

  // MARK: the evening before

  /// Most hand their list in, the manager passes it; who doesn't is on record at the close.
  func prepareToday(on eve: Day) throws {
    for login in [DemoFloor.visitor] + DemoFloor.team.dropLast().map(\.login) {
      guard let agent = people[login] else { continue }
      try handIn(by: agent, at: calendar.moment(eve, minute: 1060))
      try PassList(agent).perform(by: manager, at: calendar.moment(eve, minute: 1080), in: house)
    }
    try CloseEvening(house: house).perform(at: calendar.moment(eve, minute: 1110))
  }

  private func handIn(by agent: PersonID, at moment: Instant) throws {
    let figures = try FillTomorrow().perform(by: agent, at: moment, in: house).figures
    try SubmitTomorrow(reason: figures.isWhole ? "" : "库里能打的都在了, 明天补新的")
      .perform(by: agent, at: moment + 60, in: house)
  }

  private var manager: PersonID {
    get throws { try Reading.person(login: DemoFloor.manager.login, in: house).id }
  }

  // MARK: today

  /// The day so far: two of the team have all they should, one is out visiting, one is short, one has not begun. Whatever
  /// the hour is, it has gone by evenly.
  func liveToday() throws {
    var day = try Working(since: begin, until: now, house: house)
    for (place, agent) in DemoFloor.team.enumerated() {
      guard let id = people[agent.login] else { continue }
      let (own, free) = (ownCustomers(place), freeCustomers(place))
      switch place {
      case 0, 1: try day.call(own, by: id)
      case 2: try day.visit(own, by: id)
      default: try day.call(own.suffix(24), by: id)
      }
      try day.pick(place == 3 ? free.prefix(2) : free, by: id)
    }
    try liveVisitorsDay(&day)
    for login in DemoFloor.team.map(\.login) + ["fangxiazhi"] {
      if let agent = people[login] { try handIn(by: agent, at: day.next()) }
    }
  }

  private func liveVisitorsDay(_ day: inout Working) throws {
    guard let visitor = people[DemoFloor.visitor] else { return }
    try day.call(customers[20..<28], by: visitor)
    try day.pick(freeCustomers(DemoFloor.team.count).prefix(3), by: visitor)
    let moment = day.next()
    let list = try TomorrowView.read(by: visitor, at: moment, in: house)
    for row in list.candidates.prefix(24) {
      try AddToTomorrow(row.id).perform(by: visitor, at: moment, in: house)
    }
  }

  /// Nine o'clock, once the day is an hour old; before, half of what has gone by of it.
  private var begin: Instant {
    let today = calendar.day(of: now)
    let nine = calendar.moment(today, minute: calendar.deskHours.lowerBound)
    return now > nine + 3_600 ? nine + 60 : now - (now - calendar.start(of: today)) / 2
  }

  /// Those that are worth a call come first.
  private func ownCustomers(_ place: Int) -> ArraySlice<CustomerID> {
    let own = stride(from: 300 + place, to: 532, by: DemoFloor.team.count).map { customers[$0] }
    let worth = own.indices.filter { $0 % 9 == 0 }
    return (worth + own.indices.filter { $0 % 9 != 0 }).map { own[$0] }[...]
  }

  /// Five of the sea for each, which nobody ever held.
  private func freeCustomers(_ place: Int) -> ArraySlice<CustomerID> {
    customers[(532 + place * 5)..<(537 + place * 5)]
  }
}

/// What people do one after another on one day.
private struct Working {
  private var clock: Instant
  private let until: Instant
  private let house: House
  /// Somewhat more than there is to do, so that it ends before now.
  private static let deeds: Int64 = 160

  private let step: Int64

  init(since begin: Instant, until: Instant, house: House) throws {
    clock = begin
    self.until = until
    self.house = house
    step = (until - begin) / Working.deeds
  }

  mutating func next() -> Instant {
    clock = min(clock + step, until)
    return clock
  }

  /// Two and thirty calls that reach somebody; the first seven bear out their level.
  mutating func call(_ customers: ArraySlice<CustomerID>, by agent: PersonID) throws {
    for (place, customer) in customers.prefix(32).enumerated() {
      let isWorth = place < 7
      let entry = NoteEntry(
        outcome: isWorth ? .interested : .connected, text: isWorth ? "报价已发, 等回音" : "转到采购, 让下次再打",
        intent: isWorth && place % 2 == 0 ? "B" : nil)
      try WriteNote(entry, on: customer).perform(by: agent, at: next(), in: house)
    }
  }

  mutating func visit(_ customers: ArraySlice<CustomerID>, by agent: PersonID) throws {
    try SetVisitDay(true).perform(by: agent, at: next(), in: house)
    for customer in customers.prefix(8) {
      let entry = NoteEntry(kind: .visit, outcome: .connected, text: "看了车间, 留了样品", place: "客户公司", met: "采购")
      try WriteNote(entry, on: customer).perform(by: agent, at: next(), in: house)
    }
  }

  mutating func pick(_ customers: ArraySlice<CustomerID>, by agent: PersonID) throws {
    for customer in customers { try PickCustomer(customer).perform(by: agent, at: next(), in: house) }
  }
}
