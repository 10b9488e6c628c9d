import Domain
import Storage

/// Everything somebody may see of one customer (R10.1, R2.2). A class, as it is large, never changes and is handed about.
package final class CustomerView: Sendable {
  package let customer: Customer
  package let holder: Refusal.Holder?
  /// He stands in today for who holds it (R2.6).
  package let isCovered: Bool
  /// Whether he sees it whole; else numbers are masked and what was said is left out.
  package let isWhole: Bool
  package let numbers: [CustomerNumber]
  /// How often each number was tried today by anybody, by its collision key (R6.7); empty where he does not see it whole.
  package let tries: [String: Int]
  package let contacts: [Contact]
  package let opportunity: Opportunity?
  /// Nil in the sea, and where no clock runs.
  package let standing: Standing?
  package let policy: Policy
  /// The newest first.
  package let notes: [RecordedNote]
  package let holdings: [Holding]
  package let warnings: [Warning]
  /// What another system knew of it, and when it was taken over from there (R12.3).
  package let migrated: (history: MigratedHistory, at: Instant)?
  /// Whether the reader sees the numbers of a pick that he may still undo for the first time: `NoteNumberShown`.
  package let isFirstSight: Bool
  /// What was asked about the opportunity, the newest first (R4.8).
  package let requests: [AskedRequest]
  /// Empty where he does not see it whole; so are the next ten.
  package let av: AVInformation
  /// With what stands elsewhere with the customer (R10.4).
  package let profile: CustomerProfile
  package let tags: [String]
  /// Who helps with it (R3.8).
  package let helpers: [Cooperation]
  /// What is open first.
  package let tasks: [CustomerTask]
  /// The last added first.
  package let documents: [Document]
  /// The other one of a pair (R3.10).
  package let pair: Customer?
  /// Every reason why it is without protection.
  package let unprotected: [Unprotected]
  /// What the import left open, in time or not (R5.9).
  package let incompleteness: Incompleteness?
  /// What was asked of support about it, the newest first (R5.8).
  package let applications: [Application]
  /// What who had it before left half-typed, for its holder to read (R4.17).
  package let leftDrafts: [LeftDraft]
  /// The codes that lead here (R3.11).
  package let mergedCodes: [CustomerID]
  /// What was changed of it, the newest first.
  package let events: [CustomerEvent]
  /// The oldest first; of a customer in the sea none are told (R2.2).
  package let orders: [OrderView]
  /// Nil without an order (R9.1).
  package let axis: AxisView?

  /// How far back the view goes.
  private static let notesShown = 200
  private static let holdingsShown = 50

  package static func read(
    _ id: CustomerID, by actor: PersonID, at now: Instant, in house: House
  ) throws -> CustomerView {
    try house.read(as: actor, .see, at: now) { try CustomerView(id, in: $0) }
  }

  private init(_ id: CustomerID, in unit: MomentUnit) throws {
    let stored = try unit.store.customers.survivor(of: id)
    let id = stored.id
    let open = try unit.store.opportunities.open(of: id)
    let clocks = Clocks(unit)
    let standing = try open.flatMap {
      try clocks.expected($0, clocks.standing(of: $0, on: stored))
    }
    // R4.6: what is over is in the sea, though the engine may not have come to it yet.
    let end = try standing.flatMap { try clocks.isOver($0) ? $0 : nil }
    let customer = end.map { stored.flowedBack(at: $0.effectiveDue) } ?? stored
    try Allowance(unit).require(.see, on: customer)
    let person = try unit.person
    let isWhole = customer.holder != nil
    let policy = try unit.rules.policy(end == nil ? open?.policy ?? person.policy : person.policy)
    let orders = isWhole ? try unit.store.orders.list(of: id) : []
    self.customer = customer
    holder = try customer.holder.flatMap { try unit.store.people.holder($0) }
    self.isWhole = isWhole
    isCovered = try customer.holder.map { try unit.covered().contains($0) } ?? false
    numbers = try unit.store.numbers.list(of: id)
    tries = isWhole ? try unit.triesToday(of: id) : [:]
    contacts = isWhole ? try unit.store.contacts.list(of: id) : []
    opportunity = end == nil ? open : nil
    self.standing = end == nil ? standing : nil
    self.policy = policy
    notes = try unit.store.notes.list(of: id, limit: CustomerView.notesShown).map {
      isWhole ? $0 : $0.outline
    }
    holdings = try unit.store.opportunities.holdings(of: id, limit: CustomerView.holdingsShown).ended(by: end)
    warnings = try unit.store.opportunities.warnings(about: id, limit: CustomerView.notesShown)
    migrated = try unit.store.customers.migratedHistory(of: id)
    isFirstSight = try end == nil && CustomerView.isFirstSight(of: open, in: unit)
    requests = try open.map { isWhole ? try unit.store.requests.list(of: $0.id) : [] } ?? []
    av = isWhole ? try unit.store.avInformation.find(id) : AVInformation()
    profile =
      isWhole
      ? try unit.store.profiles.find(id).completed(
        by: customer, contacts, hasNumber: numbers.contains(where: \.isCallable)) : CustomerProfile()
    tags = try unit.store.tags.list(of: id)
    helpers = isWhole ? try unit.store.cooperations.helpers(with: id) : []
    tasks = isWhole ? try unit.store.tasks.list(of: id) : []
    documents = isWhole ? try unit.store.documents.list(of: id) : []
    pair = isWhole ? try customer.pair.flatMap { try unit.store.customers.find($0) } : nil
    unprotected = isWhole ? try unit.whyUnprotected(id) : []
    incompleteness = isWhole ? try unit.incompleteness(of: customer) : nil
    applications = isWhole ? try unit.store.applications.list(about: id) : []
    leftDrafts =
      try customer.holder == person.id ? unit.store.drafts.left(on: id, besides: person.id) : []
    mergedCodes = isWhole ? try unit.store.customers.merged(into: id) : []
    events = isWhole ? try unit.store.events.changes(of: id, limit: CustomerView.notesShown) : []
    self.orders = try OrderView.read(orders, of: customer, in: unit)
    axis = AxisView(
      orders.withoutLapsed(at: unit.now), by: policy.axis, on: unit.rules.calendar.day(of: unit.now))
  }

  /// Which numbers may be dialled now (R6.7).
  package func dialling(at now: Instant, in calendar: HouseCalendar) -> DiallingCheck {
    DiallingCheck(policy.calling, tries: tries, at: now, in: calendar)
  }

  /// The collision that support has to judge (R5.7).
  package var dispute: Dispute? {
    for case .collision(let dispute) in unprotected { return dispute }
    return nil
  }

  private static func isFirstSight(of opportunity: Opportunity?, in unit: MomentUnit) throws -> Bool {
    guard let opportunity, opportunity.holder == unit.actor, try unit.isPickUndoable(opportunity) else {
      return false
    }
    return try !unit.store.opportunities.isNumberShown(of: opportunity.id)
  }
}

extension [Holding] {
  /// The newest holding is over by this standing, where there is one.
  fileprivate func ended(by standing: Standing?) -> [Holding] {
    guard let standing, var newest = first else { return self }
    newest.endedAt = standing.effectiveDue
    newest.endReason = .flowedBack(clocks: standing.rulingClocks)
    return [newest] + dropFirst()
  }
}
