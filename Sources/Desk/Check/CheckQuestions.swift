import Domain
import Services

/// What the check shows: how the name was read, and what was found.
struct CheckFound: Sendable {
  /// Nil where no name was searched.
  let name: CompanyName?
  let initials: String
  let verdict: Verdict
  /// What is wrong with a field: it can't be entered so, whatever was found.
  let problem: Refusal?
  let hits: [CollisionHit]
  let hasMore: Bool
  /// How many things were looked for.
  let count: Int
  /// Numbers are among them.
  let hasNumbers: Bool

  /// What stands in the way is one's own.
  var isOwn: Bool { hits.first { $0.counts }.map { $0.reason.code == "own" } ?? false }

  /// The key of why support can do nothing about it (R5.8): whoever holds the very company goes on with it.
  var reasonAgainstApplying: Hindrance? {
    if hits.contains(where: \.isHeldByItsName) { return "check.apply.same_name" }
    if case .none = hits.applicationGround { return "check.apply.in_vain" }
    return nil
  }
}

extension CollisionHit {
  /// Another holds the very company, protected.
  var isHeldByItsName: Bool {
    guard case .held = reason, verdict != .mayFollow else { return false }
    return matches.contains { $0.by == .name && $0.counts }
  }
}

extension Question {
  /// What the house knows of a name and of numbers. It calls off the one before.
  ///
  /// - Parameter isNew: looked for because somebody wrote it, and not once more because others have changed something.
  static func check(_ query: CollisionQuery, isNew: Bool) -> Question where Answer == CheckFound {
    Question(
      search: Search(.check, isNew: true), record: { isNew && $0.hasNumbers ? NumberSearchErrand() : nil }
    ) { house, actor, now in
      let look = try CollisionLook.read(query, by: actor, at: now, in: house)
      let tables = house.rules.tables
      return CheckFound(
        name: look.terms.company, initials: tables.pinyin.initials(of: look.terms.company?.key ?? ""),
        verdict: look.verdict, problem: query.problem(tables), hits: look.hits, hasMore: look.hasMore,
        count: look.terms.count, hasNumbers: !look.terms.numbers.isEmpty)
    }
  }

  /// A list of the check.
  static func shelf(_ choice: CheckChoice) -> Question where Answer == [CheckItem] {
    Question { house, actor, now in
      switch choice {
      case .entry: []
      case .receipts:
        try ReceiptView.list(limit: mostReceipts, by: actor, in: house).map { CheckItem($0) }
      case .tasks: try SupportTasks.read(by: actor, at: now, in: house).map { CheckItem($0) }
      case .queue: try ApplicationQueue.read(for: actor, at: now, in: house).map { CheckItem($0) }
      case .judgements: try JudgementQueue.read(by: actor, in: house).map { CheckItem($0) }
      }
    }
  }

  static func receipt(_ code: ReceiptCode) -> Question where Answer == KeptReceipt {
    Question { house, actor, _ in try ReceiptView.read(code, by: actor, in: house) }
  }

  /// Where a customer stands on the service axis; nil without an order.
  static func axis(_ id: CustomerID) -> Question where Answer == AxisView? {
    Question { try AxisLook.read(id, by: $1, at: $2, in: $0) }
  }
}

private let mostReceipts = 200
