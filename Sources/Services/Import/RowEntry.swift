import Domain
import Storage

/// Brings one row into the house, or finds out what would become of it.
struct RowEntry {
  let target: ImportTarget
  private let holders: ImportHolders
  /// By the policy under which a row goes in.
  private var intakes: [String: CustomerIntake] = [:]
  /// In a dry run: the rows that would have gone in.
  private var seen = SeenRows()
  private var wouldHold: [PersonID: Int] = [:]

  init(into target: ImportTarget, in unit: ReadingUnit) throws {
    self.target = target
    holders = try ImportHolders(target, in: unit)
  }

  /// A row brought into form, which takes as long as to enter it: done before anybody waits for the write.
  struct Ready {
    fileprivate let row: ImportRow
    fileprivate let new: NewCustomer
    fileprivate let history: MigratedHistory?
  }

  mutating func ready(_ entry: ImportEntry, in unit: MomentUnit) throws -> Result<Ready, RowRefusal> {
    try judged {
      let row = try entry.row.get()
      let (new, _, history) = try read(row, in: unit)
      return Ready(row: row, new: new, history: history)
    }
  }

  /// Nil where the row went in: an earlier row of the file is already in the base.
  func enter(_ row: Result<Ready, RowRefusal>, in unit: WritingUnit) throws -> RowRefusal? {
    try judged { try enter(row.get(), in: unit) }.refusal
  }

  private func enter(_ ready: Ready, in unit: WritingUnit) throws {
    let holder = try holders.holder(of: ready.row, in: unit)
    if let holder { try requireRoom(of: holder, alreadyTaken: 0, in: unit) }
    try CollisionCheck(unit, for: unit.person.id).require(imported: ready.new)
    let id = try unit.add(ready.new, isImported: true)
    if let history = ready.history { try unit.store.customers.keep(history, of: id, at: unit.now) }
    if let holder {
      try unit.open(id, for: holder, wayIn: .imported, clocksFrom: clocksFrom(in: unit))
    }
    try unit.record(.importCustomers, on: id, detail(holder, ready.history, in: unit))
  }

  /// What `enter` would say, changing nothing.
  mutating func check(_ entry: ImportEntry, in unit: MomentUnit) throws -> RowRefusal? {
    try judged {
      let row = try entry.row.get()
      let (new, holder, _) = try read(row, in: unit)
      if let holder { try requireRoom(of: holder, alreadyTaken: wouldHold[holder.id] ?? 0, in: unit) }
      try CollisionCheck(unit, for: unit.person.id).require(imported: new)
      if let twin = seen.twin(of: new) { throw twin }
      seen.add(new, row: row.number)
      if let holder { wouldHold[holder.id, default: 0] += 1 }
    }.refusal
  }

  /// Customers that have the key of a row's name within their own. They keep it from nothing (R5.1); a bare trade or
  /// industry word has nothing to tell.
  mutating func similar(to entry: ImportEntry, in unit: MomentUnit) throws -> [CollisionHit] {
    let (new, _, _) = try read(try entry.row.get(), in: unit)
    guard let company = new.companyName, !company.isWeak else { return [] }
    return try CollisionCheck(unit, for: unit.person.id)
      .findings(CollisionTerms(new), withWeakKeys: false, withParts: true).hits.filter { !$0.counts }
  }

  /// A refusal is a row's own; anything else ends the import.
  private func judged<Value>(_ body: () throws -> Value) throws -> Result<Value, RowRefusal> {
    do {
      return .success(try body())
    } catch let refusal as RowRefusal {
      return .failure(refusal)
    } catch let refusal as Refusal {
      return .failure(.rule(refusal))
    } catch let fault as ImportFault {
      return .failure(.fault(fault))
    }
  }

  private mutating func read(
    _ row: ImportRow, in unit: MomentUnit
  ) throws -> (NewCustomer, Person?, MigratedHistory?) {
    let holder = try holders.holder(of: row, in: unit)
    let policy = try (holder ?? unit.person).policy
    let intake =
      try intakes[policy]
      ?? CustomerIntake(tables: unit.rules.tables, policy: try unit.rules.policy(policy))
    intakes[policy] = intake
    return (try intake.customer(CustomerForm(row)), holder, try history(row, in: unit))
  }

  private func requireRoom(of holder: Person, alreadyTaken: Int, in unit: MomentUnit) throws {
    try Gate(unit, for: holder).checkCapacity(freed: -alreadyTaken)
  }

  // MARK: migration

  /// When the clocks start, where that is not at once.
  private func clocksFrom(in unit: MomentUnit) -> Instant? {
    guard case .migration(let day) = target else { return nil }
    let start = unit.rules.calendar.start(of: day)
    return start > unit.now ? start : nil
  }

  private func history(_ row: ImportRow, in unit: MomentUnit) throws(Refusal) -> MigratedHistory? {
    guard case .migration = target else { return nil }
    let entered = try day(row.entered, "entered", in: unit)
    let lastContact = try day(row.lastContact, "last_contact", in: unit)
    if let entered, let lastContact, lastContact < entered {
      throw .invalidField("last_contact", .beforeEntered)
    }
    guard entered != nil || lastContact != nil else { return nil }
    return MigratedHistory(entered: entered, lastContact: lastContact)
  }

  private func day(_ text: String, _ field: String, in unit: MomentUnit) throws(Refusal) -> Day? {
    if text.isEmpty { return nil }
    guard let day = ImportDate.day(text, in: unit.rules.calendar) else {
      throw .invalidField(field, .unreadable)
    }
    if day > unit.rules.calendar.day(of: unit.now) { throw .invalidField(field, .ahead) }
    return day
  }

  private func detail(
    _ holder: Person?, _ history: MigratedHistory?, in unit: WritingUnit
  ) -> EventDetail {
    let facts: KeyValuePairs<String, String?> = [
      "entered_elsewhere": history?.entered?.iso, "last_contact_elsewhere": history?.lastContact?.iso,
    ]
    return holder.map { unit.taken(by: $0, facts) } ?? EventDetail(facts)
  }
}

extension CustomerForm {
  init(_ row: ImportRow) {
    self.init(
      name: row.name, phones: row.all(.phone), faxes: row.all(.fax), mobiles: row.all(.mobile),
      address: row.address,
      contact: row.contact, contactTitle: row.title, industry: row.industry, source: row.source,
      intent: row.intent, remark: row.remark)
  }
}

extension Result where Failure == RowRefusal {
  /// Nil where nothing is wrong with the row.
  fileprivate var refusal: RowRefusal? {
    if case .failure(let refusal) = self { refusal } else { nil }
  }
}
