import Domain
import Storage

/// A transaction that writes, all of it or nothing: one act of one person, or of the house by its rules.
final class WritingUnit: MomentUnit {
  private let act: Act
  private let subject: CustomerID?
  /// Where the act comes from, for the audit trail.
  private let origin: String
  /// What the event of the act says beyond who, when and what.
  var event = EventDetail()
  private var isRecorded = false

  init(
    _ store: Store, _ rules: HouseRules, for actor: PersonID?, _ act: Act, on subject: CustomerID?,
    from origin: String, at now: Instant
  ) {
    self.act = act.inTheTrail
    self.subject = subject
    self.origin = origin
    super.init(store, rules, for: actor, at: now)
  }

  /// Leaves an event in its own place among others, or on another customer. One of the act itself stands for the one
  /// that the transaction leaves at its end.
  func record(_ act: Act, on customer: CustomerID?, _ detail: EventDetail = .none) throws {
    try record(act, on: customer, by: actor, detail)
  }

  /// - Parameter person: nil for what a rule does.
  func record(_ act: Act, on customer: CustomerID?, by person: PersonID?, _ detail: EventDetail) throws {
    try store.events.add(act, on: customer, by: person, from: origin, at: now, detail: detail.json)
    if let customer { try tellHelpers(of: act, on: customer) }
    if act == self.act { isRecorded = true }
  }

  /// Leaves the event of the act, once it is done.
  func leave(_ trail: Trail) throws {
    switch trail {
    case .event where !isRecorded, .changes where !isRecorded && !event.isEmpty:
      try record(act, on: subject, event)
    case .event, .changes, .nothing: break
    }
  }
}

/// What an act leaves in the audit trail (R2.5).
enum Trail {
  /// An event, whatever it did.
  case event
  /// An event of what it changed, where it changed anything.
  case changes
  /// Nothing: it concerns nobody else.
  case nothing
}

extension Act {
  /// Under which name it is recorded: what a clerk asks for somebody else is an application like any (R8.4).
  fileprivate var inTheTrail: Act { self == .applyFor ? .apply : self }
}
