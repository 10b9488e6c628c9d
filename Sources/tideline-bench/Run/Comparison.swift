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
}
