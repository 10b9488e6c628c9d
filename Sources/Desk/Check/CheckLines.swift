import Domain
import Services
import TerminalKit

/// A list of the check, above the hits: what one left and applied for, or what support has to answer.
struct CheckLines: Sendable {
  let choice: CheckChoice
  private var items: [CheckItem] = []
  var list = ListState<Int>()
  /// The receipt of the selected line, with what was found.
  private var kept: KeptReceipt?

  init(_ choice: CheckChoice) {
    self.choice = choice
  }

  subscript(index: Int) -> CheckItem { items[index] }

  var selected: CheckItem? { list.selection.map { items[$0] } }

  mutating func take(_ items: [CheckItem]) {
    self.items = items
    list.update(rows: Array(items.indices))
  }

  mutating func take(_ receipt: KeptReceipt) { kept = receipt }

  /// The receipt to be read for the selected line; nil where it was.
  var toRead: ReceiptCode? {
    guard choice != .tasks, let code = selected?.code, kept?.code != code else { return nil }
    return code
  }

  /// What was found when the selected line was checked, once it is read.
  var hits: [KeptHit] {
    guard choice != .tasks, let kept, kept.code == selected?.code else { return [] }
    return kept.hits
  }
}
