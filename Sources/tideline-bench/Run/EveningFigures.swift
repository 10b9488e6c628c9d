import Domain
import Services

/// The board of the evening: of the whole house, and of one department; and one agent's list as it is looked into.
struct EveningFigures {
  let base: BenchBase

  func figures() throws -> [Figure] {
    let (director, views) = (try base.director, try ViewComparison(base))
    let board = try EveningBoard.read(by: director, at: base.now, in: base.reader)
    let department = board.lines.first?.agent.departmentName
    let lines = board.lines.filter { $0.agent.departmentName == department }
    return [
      try views.figure("evening board, \(board.lines.count) agents", rounds: 100, readers: [director]) {
        _ = try EveningBoard.read(by: $0, at: base.now, in: $1)
      },
      try views.figure("evening board, \(lines.count) agents", rounds: 200, readers: [director]) {
        _ = try EveningBoard.read(by: $0, department: department, at: base.now, in: $1)
      },
      try views.figure("evening, into a list", rounds: 400, readers: base.agents) { agent, house in
        _ = try EveningList.read(of: agent, by: director, at: base.now, in: house)
      },
    ]
  }
}
