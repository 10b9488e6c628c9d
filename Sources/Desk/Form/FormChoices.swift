import Domain
import TerminalKit

/// What is chosen in the form with the arrows, and not typed: the marks of the numbers, and what the added contact does in
/// the decision.
struct FormChoices: Sendable {
  /// By the place of the number; only where it is to change.
  private(set) var marks: [Int: NumberMark] = [:]
  private(set) var role: DecisionRole?

  /// - Parameter known: the mark the number has.
  mutating func turnMark(_ place: Int, of known: NumberMark, by step: Int) {
    let mark = FormChoices.neighbour(of: marks[place] ?? known, in: [.good, .dead, .wrong], step)
    marks[place] = mark == known ? nil : mark
  }

  mutating func turnRole(by step: Int) {
    let roles: [DecisionRole?] = [nil] + DecisionRole.allCases
    role = FormChoices.neighbour(of: role, in: roles, step)
  }

  private static func neighbour<Item: Equatable>(of item: Item, in all: [Item], _ step: Int) -> Item {
    let index = (all.firstIndex(of: item) ?? 0) + step
    return all[(index + all.count) % all.count]
  }
}

extension InputEvent {
  /// Which way a key goes through what can be chosen; nil for any other.
  var turn: Int? {
    switch self {
    case .key(.right), .key(.space): 1
    case .key(.left): -1
    default: nil
    }
  }
}
