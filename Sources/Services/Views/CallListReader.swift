import Domain
import Storage

/// Makes one agent's call list of his library, his notes of today and what left him.
struct CallListReader {
  private let unit: MomentUnit
  private let person: Person
  private let policy: Policy
  private let today: Range<Instant>
  private let calls: [CustomerID: CallMade]
  /// The last days for first return calls (R4.3).
  private let returnCalls: [CustomerID: Day]
  /// The list of today, by customer, in its order.
  private let prepared: [CustomerID: (place: Int, row: DayListRow)]

  init(_ unit: MomentUnit, of person: Person) throws {
    self.unit = unit
    self.person = person
    policy = try unit.rules.policy(person.policy)
    let day = unit.rules.calendar.day(of: unit.now)
    today = unit.rules.calendar.span(of: day)
    calls = try unit.store.callLists.calls(by: person.id, during: today)
    returnCalls = try unit.returnCalls(of: person.id, policy)
    let list = try unit.store.dayLists.find(of: person.id, on: day)
    let rows = try list.map { try unit.store.dayLists.rows(of: $0.id) } ?? []
    prepared = Dictionary(
      rows.enumerated().map { ($1.customer, (place: $0 + 1, row: $1)) },
      uniquingKeysWith: { first, _ in first })
  }

  var view: CallListView {
    get throws {
      let library = try Clocks(unit).library(of: person.id)
      return CallListView(
        rows: try rows(library), done: done(library), struck: try struck(),
        day: try DayCounters.read(of: person, in: unit), isPrepared: !prepared.isEmpty)
    }
  }

  // MARK: what is left

  private func rows(_ library: [LibraryRow]) throws -> [CallRow] {
    let numbers = try unit.store.numbers.first(of: person.id)
    return library.compactMap { row -> (CallPlace, CallRow)? in
      // R6.3: a customer left with no number that may be called is in no list.
      guard let number = numbers[row.id], let place = place(of: row) else { return nil }
      return (place, call(row, place.reason, number))
    }
    .sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func place(of row: LibraryRow) -> CallPlace? {
    policy.place(
      of: CallCandidate(
        id: row.id, level: row.intent, next: row.next, due: row.due,
        lastContact: row.rhythmFrom, isCalledToday: calls[row.id] != nil,
        isInvalid: row.state == .invalid, preparedAs: preparedAs(row.id, row.opportunity),
        returnCallBy: returnCalls[row.id].map(unit.rules.calendar.end(of:))),
      at: unit.now, in: unit.rules.calendar)
  }

  private func call(_ row: LibraryRow, _ why: CallReason, _ number: CustomerNumber) -> CallRow {
    let calendar = unit.rules.calendar
    let last = calendar.day(of: row.rhythmFrom)
    return CallRow(
      customer: row, why: why,
      at: why.isPlanned ? row.nextContact : nil,
      returnCallBy: why == .returnCall ? returnCalls[row.id].map(calendar.end(of:)) : nil,
      daysOverdue: why == .overdue
        ? policy.daysOverdue(row.intent, lastContact: last, on: calendar.day(of: unit.now)) : nil,
      number: number, calledToday: calls[row.id])
  }

  /// A place is that of one holding: after another way in the customer has none (R3.3).
  private func preparedAs(_ customer: CustomerID, _ opportunity: OpportunityID) -> Int? {
    prepared[customer].flatMap { $0.row.opportunity == opportunity ? $0.place : nil }
  }

  // MARK: what is not

  private func done(_ library: [LibraryRow]) -> [DoneCall] {
    library.compactMap { row in
      guard let call = calls[row.id], place(of: row) == nil else { return nil }
      return DoneCall(customer: row, call: call)
    }
    .sorted { ($1.call.at, $1.id) < ($0.call.at, $0.id) }
  }

  private func struck() throws -> [StruckCall] {
    // What was prepared the evening before may have left since then.
    let calendar = unit.rules.calendar
    let evening = calendar.start(of: calendar.deskDay(before: calendar.day(of: unit.now)))
    return try unit.store.callLists.left(person.id, since: evening).compactMap { left in
      guard left.endedAt >= today.lowerBound || preparedAs(left.id, left.opportunity) != nil,
        let place = place(of: left)
      else { return nil }
      return StruckCall(
        id: left.id, name: left.name, why: place.reason, endedAt: left.endedAt, reason: left.reason)
    }
  }

  /// Where it stood before it left.
  private func place(of left: LeftCustomer) -> CallPlace? {
    policy.place(
      of: CallCandidate(
        id: left.id, level: left.level, next: left.next, due: left.due, lastContact: left.lastContact,
        isCalledToday: calls[left.id] != nil,
        preparedAs: preparedAs(left.id, left.opportunity)),
      at: unit.now, in: unit.rules.calendar)
  }
}

extension CallReason {
  /// By a moment of its own.
  fileprivate var isPlanned: Bool { [.missed, .appointment, .callback].contains(self) }
}

extension LeftCustomer {
  /// What a rule gave up was due then.
  fileprivate var due: Instant? {
    if case .flowedBack = reason { return endedAt }
    return nil
  }
}
