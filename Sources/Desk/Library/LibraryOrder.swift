import Services

/// By what the library is sorted, each with its digit after `o`.
enum LibraryOrder: Int, CaseIterable, Sendable {
  case due = 1
  case nextContact, lastContact, intent, name

  /// The key of its name.
  var title: String {
    switch self {
    case .due: "library.head.due"
    case .nextContact: "library.head.next"
    case .lastContact: "library.head.last"
    case .intent: "library.head.intent"
    case .name: "library.head.customer"
    }
  }

  /// Soonest, lowest and never first; of equals the one that is due sooner.
  func precedes(_ one: LibraryRow, _ other: LibraryRow, _ context: Context) -> Bool {
    switch self {
    case .due: return LibraryOrder.dueKey(one) < LibraryOrder.dueKey(other)
    case .nextContact:
      return compare(one, other) { $0.nextContact?.seconds ?? .max }
    case .lastContact:
      return compare(one, other) { $0.lastContact?.seconds ?? 0 }
    case .intent:
      return compare(one, other) { row in
        -(context.policy.intents.firstIndex { $0.level == row.intent } ?? 0)
      }
    case .name:
      if one.initials != other.initials { return one.initials < other.initials }
      return one.id < other.id
    }
  }

  private func compare<Key: Comparable>(
    _ one: LibraryRow, _ other: LibraryRow, by key: (LibraryRow) -> Key
  ) -> Bool {
    let keys = (key(one), key(other))
    return keys.0 == keys.1 ? LibraryOrder.dueKey(one) < LibraryOrder.dueKey(other) : keys.0 < keys.1
  }

  private static func dueKey(_ row: LibraryRow) -> (Int64, Int64) {
    (row.due?.seconds ?? .max, row.id.value)
  }
}
