import Domain
import Storage

/// Changes the list that somebody prepares for the next desk day (R7.5).
struct DayListKeeper {
  private let unit: WritingUnit
  private let agent: Person
  private let today: Day
  let day: Day

  init(_ unit: WritingUnit, of agent: Person) {
    self.unit = unit
    self.agent = agent
    today = unit.rules.calendar.day(of: unit.now)
    day = unit.rules.calendar.deskDay(after: today)
  }

  /// The list as it is; nil where none was begun.
  var found: DayList? {
    get throws { try unit.store.dayLists.find(of: agent.id, on: day) }
  }

  /// Begins it where there is none.
  func begin() throws -> DayList { try unit.store.dayLists.begin(of: agent.id, on: day, today: today) }

  /// Refuses what was passed: it is frozen (R8.2).
  func requireOpen(_ list: DayList) throws { try DayListKeeper.requireOpen(list, in: unit) }

  static func requireOpen(_ list: DayList, in unit: ReadingUnit) throws {
    guard list.status == .passed else { return }
    guard let by = try list.answeredBy.flatMap({ try unit.store.people.holder($0) }), let at = list.answeredAt
    else { throw DatabaseFailure.failed(reason: "a list was passed by nobody") }
    throw Refusal.listPassed(by: by, at: at)
  }

  /// Adds a customer; after the pass it is marked as later.
  func add(_ customer: CustomerID, to list: DayList, source: ListSource) throws {
    try unit.store.dayLists.add(
      customer, to: list.id, source: source, isNew: source == .new, isLater: list.status == .passed)
    try unit.store.dayLists.touch(list.id)
  }

  /// A customer that was picked or entered comes onto a list that is handed in or passed already (R8.2): until then
  /// its agent fills it.
  func welcome(_ customer: CustomerID) throws {
    guard let list = try found, [.submitted, .passed].contains(list.status) else { return }
    try add(customer, to: list, source: .new)
  }

  func figures() throws -> ListFigures {
    try ListFigures.read(of: [agent], on: day, in: unit)[agent.id]
      ?? ListFigures(prepared: 0, new: 0, target: 0, newTarget: 0)
  }
}

extension ListFigures {
  /// Those of many, each by the policy of his department; a figure for everybody.
  static func read(of people: [Person], on day: Day, in unit: ReadingUnit) throws -> [PersonID: ListFigures] {
    let start = unit.rules.calendar.start(of: day)
    var figures: [PersonID: ListFigures] = [:]
    for (name, people) in Dictionary(grouping: people, by: \.policy) {
      let policy = try unit.rules.policy(name)
      let ids = people.map(\.id)
      let counted = try unit.store.dayLists.figures(
        of: ids, on: day, level: policy.list.customers == nil ? nil : policy.lowestLevel, dueAfter: start)
      let held = policy.list.customers == nil ? try unit.store.dayLists.held(by: ids, dueAfter: start) : [:]
      for id in ids {
        figures[id] = ListFigures(
          prepared: counted[id]?.prepared ?? 0, new: counted[id]?.new ?? 0,
          target: policy.list.customers ?? held[id] ?? 0, newTarget: policy.list.newCustomers)
      }
    }
    return figures
  }
}
