import Domain
import Storage

/// Fills the list of the next desk day from the library alone (R7.5): new customers, those planned for that day, those
/// about to flow back, those never or longest not called; until it holds what it must.
package struct FillTomorrow {
  package init() {}

  package struct Filled: Sendable {
    package let day: Day
    package let added: [CustomerID]
    package let figures: ListFigures
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Filled {
    try house.write(as: actor, .prepareList, leaving: .changes, at: now) { unit in
      let agent = try unit.person
      let keeper = DayListKeeper(unit, of: agent)
      let list = try keeper.begin()
      try keeper.requireOpen(list)
      let added = try fill(list, keeper, of: agent, in: unit)
      if !added.isEmpty {
        unit.event.add(["day": keeper.day.iso, "added": added.map(\.code).joined(separator: ",")])
      }
      return Filled(day: keeper.day, added: added, figures: try keeper.figures())
    }
  }

  private func fill(
    _ list: DayList, _ keeper: DayListKeeper, of agent: Person, in unit: WritingUnit
  ) throws -> [CustomerID] {
    let listed = Set(try unit.store.dayLists.rows(of: list.id).filter(\.isHeld).map(\.customer))
    let figures = try keeper.figures()
    let candidates = try ListCandidates(unit, of: agent, on: keeper.day)
    let fitting = candidates.filling(try Clocks(unit).library(of: agent.id))
      .filter { !listed.contains($0.row.id) }
    let chosen = fitting.prefix(max(0, figures.target - figures.prepared))
    for (row, source) in chosen { try keeper.add(row.id, to: list, source: source) }
    return chosen.map(\.row.id)
  }
}

/// Puts one of his own customers on the list of the next desk day.
package struct AddToTomorrow {
  let customer: CustomerID

  package init(_ customer: CustomerID) {
    self.customer = customer
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> ListFigures {
    try house.write(as: actor, .prepareList, on: customer, at: now) { unit, customer in
      let agent = try unit.person
      let keeper = DayListKeeper(unit, of: agent)
      let list = try keeper.begin()
      let rows = try unit.store.dayLists.rows(of: list.id)
      if rows.contains(where: { $0.customer == customer.id && $0.isHeld }) { throw Refusal.alreadyListed }
      guard let row = try Clocks(unit).library(of: actor).first(where: { $0.id == customer.id }) else {
        throw try unit.notHeld(customer.id)
      }
      if let due = row.due, due <= unit.rules.calendar.start(of: keeper.day) {
        throw Refusal.dueBeforeList(due: due)
      }
      guard try unit.store.numbers.list(of: customer.id).contains(where: \.isCallable) else {
        throw Refusal.noCallableNumber
      }
      let source = try ListCandidates(unit, of: agent, on: keeper.day).place(of: row).source
      try keeper.add(customer.id, to: list, source: source)
      unit.event.add(["day": keeper.day.iso, "source": source.rawValue])
      return try keeper.figures()
    }
  }
}

/// Takes customers off the list of the next desk day: all of them or none.
package struct DropFromTomorrow {
  let customers: [CustomerID]

  package init(_ customers: [CustomerID]) {
    self.customers = customers
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> ListFigures {
    try house.write(as: actor, .prepareList, at: now) { unit in
      let keeper = DayListKeeper(unit, of: try unit.person)
      guard let list = try keeper.found else { throw Refusal.notListed }
      let rows = Dictionary(try unit.store.dayLists.rows(of: list.id).map { ($0.customer, $0) }) { $1 }
      for customer in customers {
        guard let row = rows[customer] else { throw Refusal.notListed }
        if !row.isLater { try keeper.requireOpen(list) }
        try unit.store.dayLists.drop(customer, from: list.id)
      }
      try unit.store.dayLists.touch(list.id)
      unit.event.add(["day": keeper.day.iso, "dropped": customers.map(\.code).joined(separator: ",")])
      return try keeper.figures()
    }
  }
}
