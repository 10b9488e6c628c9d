import Domain

/// Whether a note may be recorded as it was typed (R4.9, R6.1, R6.2).
struct NoteCheck {
  static let longestText = NoteEntry.longestText
  static let longestLine = 200

  let policy: Policy
  let calendar: HouseCalendar

  func require(_ entry: NoteEntry, _ opportunity: Opportunity, at now: Instant) throws(Refusal) {
    try require(entry.text.utf8.count <= NoteCheck.longestText, "text", .tooLong)
    try require(entry.place.utf8.count <= NoteCheck.longestLine, "place", .tooLong)
    try require(entry.met.utf8.count <= NoteCheck.longestLine, "met", .tooLong)
    try require(PlainText.isPlain(entry.text, lines: true), "text", .controlCharacters)
    try require(PlainText.isPlain(entry.place), "place", .controlCharacters)
    try require(PlainText.isPlain(entry.met), "met", .controlCharacters)
    if let intent = entry.intent { try require(policy.intent(intent) != nil, "intent", .unknown) }
    if let stage = entry.stage { try require((1...policy.stages.count).contains(stage), "stage", .unknown) }
    if let next = entry.nextContact { try require(next > now, "next", .past) }
    try NoteCheck.require(purpose: entry.purpose)
    if let contactAt = entry.contactAt { try checkContactTime(contactAt, opportunity, at: now) }
    if let endedAt = entry.endedAt { try checkEnd(endedAt, of: entry.contactAt ?? now, at: now) }
  }

  /// At most some days back, never before the entry, never ahead.
  private func checkContactTime(_ contactAt: Instant, _ opportunity: Opportunity, at now: Instant)
    throws(Refusal)
  {
    let earliest = calendar.start(of: calendar.day(of: now) - policy.notes.contactTimeBackDays)
    try require(contactAt <= now, "at", .ahead)
    try require(contactAt >= earliest, "at", .tooFarBack)
    try require(contactAt >= opportunity.enteredAt, "at", .beforeEntry)
  }

  /// R6.1: after its start, on the same day.
  private func checkEnd(_ end: Instant, of start: Instant, at now: Instant) throws(Refusal) {
    try require(end <= now, "end", .ahead)
    try require(end >= start && calendar.day(of: end) == calendar.day(of: start), "end", .outOfRange)
  }

  /// A remark or a reason, of several lines perhaps.
  static func requireLines(_ text: String, _ field: String) throws(Refusal) {
    if text.utf8.count > longestText { throw .invalidField(field, .tooLong) }
    if !PlainText.isPlain(text, lines: true) { throw .invalidField(field, .controlCharacters) }
  }

  /// What somebody has to say for what he asks or does.
  static func requireReason(_ text: String, _ field: String = "reason") throws(Refusal) {
    if text.isBlank { throw .invalidField(field, .missing) }
    if text.utf8.count > longestLine * 5 { throw .invalidField(field, .tooLong) }
    if !PlainText.isPlain(text, lines: true) { throw .invalidField(field, .controlCharacters) }
  }

  /// What a next contact is for, in a line (R11.8).
  static func require(purpose: String) throws(Refusal) { try require(line: purpose, "purpose") }

  /// A line of text; that it is there is not asked.
  static func require(line: String, _ field: String) throws(Refusal) {
    if line.utf8.count > longestLine { throw .invalidField(field, .tooLong) }
    if !PlainText.isPlain(line) { throw .invalidField(field, .controlCharacters) }
  }

  private func require(_ condition: Bool, _ field: String, _ problem: Refusal.Problem) throws(Refusal) {
    if !condition { throw .invalidField(field, problem) }
  }
}
