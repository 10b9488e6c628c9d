/// What somebody wants to record of a contact (R6.1).
package struct NoteEntry: Sendable, Equatable {
  /// Bytes. A note is for people to read; what is longer belongs into a document.
  package static let longestText = 20_000

  package var kind: NoteKind
  package var outcome: Outcome
  package var text: String
  /// When the contact was, or began, where that is not now (R4.9).
  package var contactAt: Instant?
  /// When it was over, on the same day.
  package var endedAt: Instant?
  package var cost: Amount?
  package var place: String
  /// The person spoken to.
  package var met: String
  package var intent: String?
  package var stage: Int?
  /// The next contact that was agreed; nil leaves one that lies ahead as it is.
  package var nextContact: Instant?
  /// A word of what that is for (R11.8).
  package var purpose: String
  /// Whether the next contact there was is called off.
  package var callsOffNextContact: Bool
  /// The number that was called, as dialled.
  package var number: String?

  package init(
    kind: NoteKind = .call, outcome: Outcome, text: String = "", contactAt: Instant? = nil,
    endedAt: Instant? = nil, cost: Amount? = nil, place: String = "", met: String = "", intent: String? = nil,
    stage: Int? = nil, nextContact: Instant? = nil, purpose: String = "",
    callsOffNextContact: Bool = false,
    number: String? = nil
  ) {
    self.kind = kind
    self.outcome = outcome
    self.text = text
    self.contactAt = contactAt
    self.endedAt = endedAt
    self.cost = cost
    self.place = place
    self.met = met
    self.intent = intent
    self.stage = stage
    self.nextContact = nextContact
    self.purpose = purpose
    self.callsOffNextContact = callsOffNextContact
    self.number = number
  }
}

/// What a note renews: an empty set where it counts for nothing.
package struct Renewals: OptionSet, Sendable {
  package let rawValue: Int
  package static let note = Renewals(rawValue: 1)
  package static let visit = Renewals(rawValue: 2)

  package init(rawValue: Int) { self.rawValue = rawValue }
}

extension NoteRules {
  /// What a note of the holder renews, after this many uncounted tries in a row (R4.9).
  package func renewals(by entry: NoteEntry, triesInRow: Int) -> Renewals {
    guard let rule = outcome(entry.outcome), rule.countsAsNote else { return [] }
    if rule.isTry && triesInRow >= renewingTriesInRow { return [] }
    return countsAsVisit(entry) ? [.note, .visit] : .note
  }

  /// A visit counts with its place, the person met and a result.
  private func countsAsVisit(_ entry: NoteEntry) -> Bool {
    entry.kind == .visit
      && [entry.place, entry.met, entry.text].allSatisfy { !$0.allSatisfy(\.isWhitespace) }
  }

  /// How many tries in a row there are after this note: a contact ends the row, what reached nobody else's phone
  /// (wrong and dead numbers) leaves it.
  package func triesInRow(after entry: NoteEntry, before: Int) -> Int {
    guard let rule = outcome(entry.outcome) else { return before }
    if rule.isTry { return before + 1 }
    return rule.countsAsNote ? 0 : before
  }
}

extension Opportunity {
  /// The opportunity after a note of this moment.
  package func renewed(by note: NoteID, at now: Instant, renewals: Renewals, triesInRow: Int) -> Opportunity {
    var renewed = self
    if renewals.contains(.note) { renewed.lastNote = Renewal(note: note, at: now) }
    if renewals.contains(.visit) { renewed.lastVisit = Renewal(note: note, at: now) }
    renewed.triesInRow = triesInRow
    return renewed
  }
}
