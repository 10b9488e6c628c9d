import Domain
import TerminalKit

/// Who of several was refused, and why.
struct Refusals {
  let all: [(name: String, reason: Refusal)]

  init(_ all: [(name: String, reason: Refusal)]) {
    self.all = all
  }

  func contains(where fits: (Refusal) -> Bool) -> Bool { all.contains { fits($0.reason) } }

  /// A line that tells of them, with as many named as the two rows of the message hold (principle 13).
  func fitted(_ context: Context, _ line: (String) -> String) -> String {
    let most = 2 * context.frame.size.columns - Refusals.columnsForWrapping
    let lines = (1...max(min(all.count, Refusals.mostNamed), 1)).map { line(text(naming: $0, context)) }
    return lines.last { TextWidth.of($0) <= most } ?? lines[0]
  }

  /// More names than these nobody reads in one line.
  private static let mostNamed = 6
  /// What the badge takes, and the end of a row that a word does not fill.
  private static let columnsForWrapping = 20

  /// `日东, 青苇: 有订单在等; 拾光: 公司账户; 另 3 家`: those of one reason together.
  private func text(naming count: Int, _ context: Context) -> String {
    var groups: [(reason: String, names: [String])] = []
    for refused in all.prefix(count) {
      let reason = context.reason(of: refused.reason)
      if let place = groups.firstIndex(where: { $0.reason == reason }) {
        groups[place].names.append(refused.name)
      } else {
        groups.append((reason, [refused.name]))
      }
    }
    let parts = groups.map { "\($0.names.joined(separator: ", ")): \($0.reason)" }
    let left = all.count - count
    let more = left > 0 ? [context.words("report.refused.more", ["count": String(left)])] : []
    return (parts + more).joined(separator: "; ")
  }
}
