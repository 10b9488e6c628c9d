import Histories

/// A long run of random histories against the model of the rules: what CI does, for longer.
struct HistoryRun {
  struct Differs: Error, CustomStringConvertible {
    let description: String
  }

  enum Way {
    /// One opportunity without a base; a house; the lists of days.
    case domain, acts, lists
  }

  private static let chunk = 1000

  let count: Int
  let seed: UInt64
  let way: Way

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
    let way = way == .domain ? "domain, \(ended) ended, \(putOff) of them put off" : "\(way)"
    Output.line("\(count) histories from seed \(seed) agree with the model (\(way)): \(Int(took / 1000)) s")
  }

  private func run(_ count: Int, seed: UInt64) throws -> Histories.Run {
    switch way {
    case .domain: try Histories.throughDomain(count, seed: seed)
    case .acts: try Histories.throughActs(count, seed: seed)
    case .lists: try Histories.throughLists(count, seed: seed)
    }
  }
}
