import Domain
import Storage

/// What happened to a customer, in one line each, the newest first.
package struct TimelineEntry: Sendable {
  package enum Kind: Sendable {
    case note(RecordedNote)
    /// What another system knew of it (R12.3).
    case migrated(MigratedHistory)
    case cameIn(WayIn)
    case ended(EndReason)
    case warned(Warning)
    case changed(CustomerEvent)
    /// An order was submitted (R8.7).
    case order(Order)
  }

  package let at: Instant
  /// Nil for what a rule did.
  package let who: Refusal.Holder?
  package let kind: Kind
}

extension TimelineEntry {
  /// Something about the customer was changed (R10.1).
  package var isChange: Bool {
    if case .changed = kind { return true }
    return false
  }
}

extension CustomerView {
  package var timeline: [TimelineEntry] {
    var entries: [TimelineEntry] = []
    for note in notes {
      let author = Refusal.Holder(id: note.author, name: note.authorName, department: note.department)
      entries.append(TimelineEntry(at: note.at, who: author, kind: .note(note)))
    }
    for holding in holdings {
      entries.append(TimelineEntry(at: holding.enteredAt, who: holding.holder, kind: .cameIn(holding.wayIn)))
      guard let endedAt = holding.endedAt, let reason = holding.endReason else { continue }
      entries.append(TimelineEntry(at: endedAt, who: holding.holder, kind: .ended(reason)))
    }
    if let migrated {
      entries.append(TimelineEntry(at: migrated.at, who: nil, kind: .migrated(migrated.history)))
    }
    entries += orders.map { TimelineEntry(at: $0.order.submittedAt, who: $0.seller, kind: .order($0.order)) }
    entries += warnings.map { TimelineEntry(at: $0.at, who: nil, kind: .warned($0)) }
    entries += events.map { TimelineEntry(at: $0.at, who: $0.who, kind: .changed($0)) }
    return entries.sorted { ($0.at, $0.kind.rank) > ($1.at, $1.kind.rank) }
  }
}

extension TimelineEntry.Kind {
  /// What comes later within one second: one comes in, is written about, and goes.
  fileprivate var rank: Int {
    switch self {
    case .migrated: 0
    case .cameIn: 1
    case .note, .warned, .changed, .order: 2
    case .ended: 3
    }
  }
}
