import Domain
import Storage

/// Brings one row into the house, or finds out what would become of it.
struct RowEntry {
  let house: House
  let target: ImportTarget
  let actor: PersonID
  let now: Instant
  private let holders: ImportHolders
  /// By the policy under which a row goes in.
  private var intakes: [String: CustomerIntake] = [:]
  /// In a dry run: the rows that would have gone in.
  private var seen = SeenRows()
  private var wouldHold: [PersonID: Int] = [:]

  init(_ house: House, into target: ImportTarget, by actor: PersonID, at now: Instant) throws {
    self.house = house
    self.target = target
    self.actor = actor
    self.now = now
    holders = try ImportHolders(target, in: house)
  }

  /// Nil where the row went in. Called inside a transaction: an earlier row of the file is already in the base.
  mutating func enter(_ entry: ImportEntry) throws -> RowRefusal? {
    try judged {
      let row = try entry.row.get()
      let (new, holder, history) = try read(row)
      if let holder { try requireRoom(of: holder, alreadyTaken: 0) }
      try CollisionCheck(house, for: actor, at: now).require(imported: new)
      let id = try house.add(new, at: now)
      if let history { try house.store.customers.keep(history, of: id, at: now) }
      if let holder { _ = try house.open(id, for: holder, wayIn: .imported, at: now, clocksFrom: clocksFrom) }
      try house.record(.importCustomers, on: id, by: actor, at: now, detail(holder, history))
      return nil
    }
  }

  /// What `enter` would say, changing nothing.
  mutating func check(_ entry: ImportEntry) throws -> RowRefusal? {
    try judged {
      let row = try entry.row.get()
      let (new, holder, _) = try read(row)
      if let holder { try requireRoom(of: holder, alreadyTaken: wouldHold[holder.id] ?? 0) }
      try CollisionCheck(house, for: actor, at: now).require(imported: new)
      if let twin = seen.twin(of: new) { return twin }
      seen.add(new, row: row.number)
      if let holder { wouldHold[holder.id, default: 0] += 1 }
      return nil
    }
  }

  /// Customers that have the key of a row's name within their own. They keep it from nothing (R5.1); a bare trade or
  /// industry word has nothing to tell.
  mutating func similar(to entry: ImportEntry) throws -> [CollisionHit] {
    let (new, _, _) = try read(try entry.row.get())
    guard let company = new.companyName, !company.isWeak else { return [] }
    return try house.read { _ in
      try CollisionCheck(house, for: actor, at: now)
        .findings(CollisionTerms(new), withWeakKeys: false, withParts: true).hits.filter { !$0.counts }
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

  private mutating func read(_ row: ImportRow) throws -> (NewCustomer, Person?, MigratedHistory?) {
    let holder = try holders.holder(of: row)
    let policy = try (holder ?? house.store.people.require(actor)).policy
    let intake =
      try intakes[policy]
      ?? CustomerIntake(tables: house.rules.tables, policy: try house.rules.policy(policy))
    intakes[policy] = intake
    return (try intake.customer(CustomerForm(row)), holder, try history(row))
  }

  private func requireRoom(of holder: Person, alreadyTaken: Int) throws {
    try Gate(house, for: holder, at: now).checkCapacity(freed: -alreadyTaken)
  }

  // MARK: migration

  /// When the clocks start, where that is not at once.
  private var clocksFrom: Instant? {
    guard case .migration(let day) = target else { return nil }
    let start = house.rules.calendar.start(of: day)
    return start > now ? start : nil
  }

  private func history(_ row: ImportRow) throws(Refusal) -> MigratedHistory? {
    guard case .migration = target else { return nil }
    let entered = try day(row.entered, "entered")
    let lastContact = try day(row.lastContact, "last_contact")
    if let entered, let lastContact, lastContact < entered {
      throw .invalidField("last_contact", .beforeEntered)
    }
    guard entered != nil || lastContact != nil else { return nil }
    return MigratedHistory(entered: entered, lastContact: lastContact)
  }

  private func day(_ text: String, _ field: String) throws(Refusal) -> Day? {
    if text.isEmpty { return nil }
    guard let day = ImportDate.day(text) else { throw .invalidField(field, .unreadable) }
    if day > house.rules.calendar.day(of: now) { throw .invalidField(field, .ahead) }
    return day
  }

  private func detail(_ holder: Person?, _ history: MigratedHistory?) -> EventDetail {
    let facts: KeyValuePairs<String, String?> = [
      "entered_elsewhere": history?.entered?.iso, "last_contact_elsewhere": history?.lastContact?.iso,
    ]
    return holder.map { house.taken(by: $0, facts) } ?? EventDetail(facts)
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
