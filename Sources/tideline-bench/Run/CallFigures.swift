import Domain
import Services

/// What an agent's day is read from: whom to call, and whom he prepares for the next desk day.
struct CallFigures {
  let base: BenchBase
  private static let rounds = 400

  func figures() throws -> [Figure] {
    let views = try ViewComparison(base)
    return [
      try views.figure("call list", rounds: CallFigures.rounds, readers: base.agents) {
        _ = try CallListView.read(by: $0, at: base.now, in: $1)
      },
      try views.figure("tomorrow's list", rounds: CallFigures.rounds, readers: base.agents) {
        _ = try TomorrowView.read(by: $0, at: base.now, in: $1)
      },
    ]
  }
}
