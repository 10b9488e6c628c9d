import Histories

/// A long run of random histories against the model of the rules: what CI does, for longer.
struct HistoryRun {
  struct Differs: Error, CustomStringConvertible {
    let description: String
  }

  private static let chunk = 1000

  let count: Int
  let seed: UInt64
  let isThroughActs: Bool

  func print() throws {
    var (done, ended, putOff) = (0, 0, 0)
    let took = try Stopwatch.milliseconds {
      while done < count {
        let part = min(HistoryRun.chunk, count - done)
        let run = try self.run(part, seed: seed &+ UInt64(done))
        if let fault = run.fault { throw Differs(description: fault) }
        (done, ended, putOff) = (done + part, ended + run.ended, putOff + run.putOff)
        Output.remark("\r\(done) histories")
      }
    }
    Output.remark("\n")
    let way = isThroughActs ? "acts" : "domain, \(ended) ended, \(putOff) of them put off"
    Output.line("\(count) histories from seed \(seed) agree with the model (\(way)): \(Int(took / 1000)) s")
  }

  private func run(_ count: Int, seed: UInt64) throws -> Histories.Run {
    isThroughActs
      ? try Histories.throughActs(count, seed: seed) : try Histories.throughDomain(count, seed: seed)
  }
}
