import Domain
import Services

/// An act beside the statements that it runs, and beside the few that would be enough. Each is done to a customer of
/// its own, which its statements have just passed over, so that both find the same pages in memory.
struct ActComparison {
  let house: House
  private let recorder: Recorder

  init(_ base: BenchBase) throws {
    house = try base.writer()
    recorder = try Recorder(base, replayingOn: try base.bareWriter())
  }

  /// - Parameters:
  ///   - customers: three for each round.
  ///   - undo: untimed, on each of the three.
  func figure(
    _ name: String, customers: [CustomerID], act: (CustomerID, _ round: Int, House) throws -> Void,
    smaller: (CustomerID, _ round: Int) throws -> Void,
    undo: (CustomerID, _ round: Int) throws -> Void = { _, _ in }
  ) throws -> Figure {
    var (mine, bare, few, replays) = ([Double](), [Double](), [Double](), [Replay]())
    for round in 0..<customers.count / 3 {
      let three = customers[3 * round..<3 * round + 3].map { $0 }
      _ = try recorder.replay { try act(three[0], round, $0) }
      mine.append(try Stopwatch.milliseconds { try act(three[0], round, house) })
      replays.append(try recorder.replay { try act(three[1], round, $0) })
      bare.append(try Stopwatch.milliseconds { try replays[round]() })
      few.append(try Stopwatch.milliseconds { try smaller(three[2], round) })
      for customer in three { try undo(customer, round) }
    }
    let remark = Comparison.remark(replays, smaller: Samples(few), "the few that would do")
    return Figure(
      name: name, ours: Samples(mine), floor: Samples(bare), remark: "synchronous=FULL; \(remark)")
  }
}
