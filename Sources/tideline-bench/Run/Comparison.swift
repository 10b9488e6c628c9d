/// Measures ours and the floor in turn, so that whatever the machine does meanwhile meets both.
enum Comparison {
  /// - Parameter warmUp: rounds that fill caches first and don't count.
  static func figure(
    _ name: String, rounds: Int, warmUp: Int = 10, ours: (Int) throws -> Void, floor: (Int) throws -> Void
  ) throws -> Figure {
    for round in 0..<min(rounds, warmUp) {
      try ours(round)
      try floor(round)
    }
    var (mine, bare) = ([Double](), [Double]())
    for round in 0..<rounds {
      if round.isMultiple(of: 2) {
        mine.append(try Stopwatch.milliseconds { try ours(round) })
        bare.append(try Stopwatch.milliseconds { try floor(round) })
      } else {
        bare.append(try Stopwatch.milliseconds { try floor(round) })
        mine.append(try Stopwatch.milliseconds { try ours(round) })
      }
    }
    return Figure(name: name, ours: Samples(mine), floor: Samples(bare))
  }

  /// What the floor of an act or a view is: the very statements that it runs, and beside them a smaller one.
  static func remark(_ replays: [Replay], smaller: Samples, _ name: String) -> String {
    let most = replays.map(\.count).max() ?? 0
    return "floor: its own statements (\(most)) bare; \(name) bare: p50 \(Figure.text(smaller.median))"
  }
}
