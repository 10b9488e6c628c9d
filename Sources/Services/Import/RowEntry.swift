import Domain
import Storage

/// Brings one row into the house, or finds out what would become of it.
struct RowEntry {
  let house: House
  let intake: CustomerIntake
  let actor: PersonID
  let holder: PersonID?
  let now: Instant
  let isDryRun: Bool
  /// In a dry run: the names and numbers of the rows that would have gone in, and their row numbers.
  private var seen: [String: Int] = [:]
  private var wouldHold = 0

  init(house: House, intake: CustomerIntake, actor: PersonID, holder: PersonID?, now: Instant, isDryRun: Bool)
  {
    self.house = house
    self.intake = intake
    self.actor = actor
    self.holder = holder
    self.now = now
    self.isDryRun = isDryRun
  }

  /// Nil where the row went in. Called inside a transaction: an earlier row of the file is already in the base.
  mutating func enter(_ entry: ImportEntry) throws -> RowRefusal? {
    try judged {
      let new = try newCustomer(entry)
      let person = try requireRoom(alreadyTaken: 0)
      try CollisionCheck(house, for: actor, at: now).require(imported: new)
      let id = try house.add(new, at: now)
      if let person { _ = try house.open(id, for: person, wayIn: .imported, at: now) }
      try house.record(
        .importCustomers, on: id, by: actor, at: now, person.map { house.taken(by: $0) } ?? .none)
      return nil
    }
  }

  /// What `enter` would say, changing nothing.
  mutating func check(_ entry: ImportEntry) throws -> RowRefusal? {
    try judged {
      let new = try newCustomer(entry)
      try requireRoom(alreadyTaken: wouldHold)
      try CollisionCheck(house, for: actor, at: now).require(imported: new)
      if let twin = twin(of: new) { return twin }
      for term in terms(of: new) { seen[term] = entry.number }
      wouldHold += 1
      return nil
    }
  }

  /// A refusal is a row's own; anything else ends the import.
  private func judged(_ body: () throws -> RowRefusal?) throws -> RowRefusal? {
    do {
      return try body()
    } catch let refusal as Refusal {
      return .rule(refusal)
    } catch let fault as ImportFault {
      return .fault(fault)
    }
  }

  private func newCustomer(_ entry: ImportEntry) throws -> NewCustomer {
    try intake.customer(CustomerForm(try entry.row.get()))
  }

  /// The holder, where there is one and his library has room for one more (R3.2).
  @discardableResult
  private func requireRoom(alreadyTaken: Int) throws -> Person? {
    guard let holder else { return nil }
    let person = try house.store.people.require(holder)
    try Gate(house, for: person, at: now).checkCapacity(freed: -alreadyTaken)
    return person
  }

  private func twin(of new: NewCustomer) -> RowRefusal? {
    for term in terms(of: new) {
      if let row = seen[term] { return .twin(row: row, matched: term) }
    }
    return nil
  }

  private func terms(of new: NewCustomer) -> [String] {
    [new.folded] + new.numbers.map(\.collisionKey)
  }
}

extension CustomerForm {
  init(_ row: ImportRow) {
    self.init(
      name: row.name, phones: [row.phone], faxes: [row.fax], mobiles: [row.mobile], address: row.address,
      contact: row.contact, contactTitle: row.title, industry: row.industry, source: row.source,
      intent: row.intent, remark: row.remark)
  }
}
