import TerminalKit

extension ListState {
  /// Moves and marks as the command says; false where it is none of these.
  mutating func perform(_ command: Command, height: Int) -> Bool {
    switch command {
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .pageDown: page(by: 1, height: height)
    case .pageUp: page(by: -1, height: height)
    case .first: moveToFirst()
    case .last: moveToLast()
    case .mark: toggleMarkAndStep()
    case .markRange: toggleRange()
    case .markAll: toggleMarks(of: rows)
    case .markDown: markAndMove(by: 1)
    case .markUp: markAndMove(by: -1)
    default: return false
    }
    return true
  }
}
