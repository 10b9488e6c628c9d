import Domain
import Services

/// A view beside the very statements that it runs, bare, and where it is said beside fewer that would do.
struct ViewComparison {
  private let base: BenchBase
  private let recorder: Recorder

  init(_ base: BenchBase) throws {
    self.base = base
    recorder = try Recorder(base, replayingOn: base.bare)
  }

  /// - Parameter readers: who reads it in turn.
  func figure(
    _ name: String, rounds: Int, readers: [PersonID], _ read: (PersonID, House) throws -> Void
  ) throws -> Figure {
    let replays = try readers.map { reader in try recorder.replay { try read(reader, $0) } }
    var figure = try Comparison.figure(name, rounds: rounds) {
      try read(readers[$0 % readers.count], base.reader)
    } floor: {
      try replays[$0 % replays.count]()
    }
    figure.remark = "floor: its own statements (\(replays.map(\.count).max() ?? 0)) bare"
    return figure
  }
}
