import CommandLine
import Domain
import Glibc
import Services
import Storage

/// One agent beside the sweep: a process that writes notes until it is told to stop, and then says how long each took,
/// in microseconds, a line each.
enum SweepWriter {
  /// Between two notes: 20 of them write 40 notes a second, as 100 busy agents do.
  private static let thinkMicroseconds: UInt32 = 500_000

  static func run(_ words: some Sequence<String>) throws {
    let arguments = try Arguments(words, options: ["--db", "--now", "--first", "--step"])
    let path = try arguments.required("--db")
    let now = Instant(seconds: Int64(try arguments.count("--now") ?? 0))
    let house = try House(
      path: path, access: .write, rules: try .shipped(), origin: "screen", cacheKiB: BenchBase.writerKiB)
    let targets = try targets(
      path, now, first: try arguments.count("--first") ?? 0, step: try arguments.count("--step") ?? 1)
    var block = sigset_t()
    sigemptyset(&block)
    sigaddset(&block, SIGTERM)
    sigprocmask(SIG_BLOCK, &block, nil)
    var numbers = SeededNumbers(seed: UInt64(targets.first?.customer.value ?? 1))
    let entry = NoteEntry(outcome: .connected, text: "张经理要两套样机，先看报价再定，周五回电", intent: "B")
    var took: [Int] = []
    for target in targets {
      var time = timespec(tv_sec: 0, tv_nsec: 1000 * numbers.below(2 * Int(thinkMicroseconds)))
      if sigtimedwait(&block, nil, &time) == SIGTERM { break }
      let milliseconds = try Stopwatch.milliseconds {
        try WriteNote(entry, on: target.customer).perform(by: target.holder, at: now, in: house)
      }
      took.append(Int(milliseconds * 1000))
    }
    Output.line(took.map(String.init).joined(separator: "\n"))
  }

  /// Held customers that nobody releases meanwhile, a share of them for each writer.
  private static func targets(_ path: String, _ now: Instant, first: Int, step: Int) throws -> [(
    customer: CustomerID, holder: PersonID
  )] {
    let bare = try BareConnection(path, cacheKiB: BenchBase.writerKiB)
    let find = try bare.statement(
      "SELECT id FROM customer WHERE owner IS NOT NULL AND flow_back_at > ? ORDER BY id LIMIT 4000")
    let owner = try bare.statement("SELECT owner FROM customer WHERE id = ?")
    return find.integers(.integer(now.seconds)).enumerated().filter { $0.offset % step == first }.map {
      (CustomerID($0.element), PersonID(owner.integers(.integer($0.element)).first ?? 0))
    }
  }
}
