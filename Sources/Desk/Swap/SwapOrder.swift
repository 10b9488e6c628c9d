import Domain
import Services

/// Which of one's own customers to offer first for a swap, each with its digit.
enum SwapOrder: Int, FixedView {
  case weakest = 1
  case dueSoonest, longestUncalled

  /// The key of its name.
  var title: String {
    switch self {
    case .weakest: "swap.view.weakest"
    case .dueSoonest: "swap.view.due"
    case .longestUncalled: "swap.view.uncalled"
    }
  }

  /// The key of what the order is.
  var explanation: String { title + ".why" }

  func sorted(_ rows: [LibraryRow], _ context: Context) -> [LibraryRow] {
    rows.map { (row: $0, key: key($0, context)) }.sorted { $0.key < $1.key }.map(\.row)
  }

  /// Whoever is worth keeping comes last, however the rest is sorted.
  private func key(_ row: LibraryRow, _ context: Context) -> Key {
    let due = row.due?.seconds ?? .max
    let ranks: [Int64] =
      switch self {
      case .weakest: [Int64(intentRank(row, context)), -Int64(row.triesInRow), due]
      case .dueSoonest: [due]
      case .longestUncalled: [row.lastContact?.seconds ?? row.enteredAt.seconds]
      }
    return Key(ranks: [row.isWorthKeeping(context) ? 1 : 0] + ranks + [row.id.value])
  }

  private func intentRank(_ row: LibraryRow, _ context: Context) -> Int {
    context.policy.intents.firstIndex { $0.level == row.intent } ?? 0
  }

  private struct Key: Comparable {
    let ranks: [Int64]

    static func < (one: Key, other: Key) -> Bool { one.ranks.lexicographicallyPrecedes(other.ranks) }
  }
}

extension LibraryRow {
  /// Signed, marked by its holder, or with an appointment ahead.
  func isWorthKeeping(_ context: Context) -> Bool {
    state == .signed || context.marked.contains(id) || (nextContact.map { $0 > context.now } ?? false)
  }
}
