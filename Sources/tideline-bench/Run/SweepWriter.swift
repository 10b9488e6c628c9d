import CommandLine
import Domain
import Glibc
import Services
import Storage

/// One agent beside the sweep: a process that writes notes until it is told to stop, and then says how long each took,
/// in microseconds, a line each.
enum SweepWriter {
  /// No writer comes to so many within a measurement.
  private static let each = 400

  static func run(_ words: some Sequence<String>) throws {
    let arguments = try Arguments(
      words, options: ["--db", "--now", "--first", "--step", "--think", "--sparing"])
    let path = try arguments.required("--db")
    let now = Instant(seconds: Int64(try arguments.count("--now") ?? 0))
    let house = try House(
      path: path, access: .write, rules: try .shipped(), origin: "screen", cacheKiB: BenchBase.writerKiB)
    let targets = try targets(
      path, now, first: try arguments.count("--first") ?? 0, step: try arguments.count("--step") ?? 1,
      sparing: Int64(try arguments.count("--sparing") ?? 0))
    var block = sigset_t()
    sigemptyset(&block)
    sigaddset(&block, SIGTERM)
    sigprocmask(SIG_BLOCK, &block, nil)
    var numbers = SeededNumbers(seed: UInt64(targets.first?.customer.value ?? 1))
    let entry = NoteEntry(outcome: .connected, text: "张经理要两套样机，先看报价再定，周五回电", intent: "B")
    let think = try arguments.count("--think") ?? Writers.hurried
    var took: [Int] = []
    for target in targets {
      let pause = numbers.below(2 * think)
      var time = timespec(tv_sec: pause / 1000, tv_nsec: pause % 1000 * 1_000_000)
      if sigtimedwait(&block, nil, &time) == SIGTERM { break }
      let milliseconds = try Stopwatch.milliseconds {
        try WriteNote(entry, on: target.customer).perform(by: target.holder, at: now, in: house)
      }
      took.append(Int(milliseconds * 1000))
    }
    Output.line(took.map(String.init).joined(separator: "\n"))
  }

  /// Held customers that nobody releases meanwhile, a share of them for each writer.
  private static func targets(
    _ path: String, _ now: Instant, first: Int, step: Int, sparing: Int64
  ) throws -> [(customer: CustomerID, holder: PersonID)] {
    let bare = try BareConnection(path, cacheKiB: BenchBase.writerKiB)
    let find = try bare.statement(
      "SELECT id FROM customer WHERE owner <> ? AND flow_back_at > ? ORDER BY id LIMIT ?")
    let owner = try bare.statement("SELECT owner FROM customer WHERE id = ?")
    return find.integers(
      .integer(sparing), .integer(now.seconds), .integer(Int64(step * each))
    ).enumerated().filter { $0.offset % step == first }.map {
      (CustomerID($0.element), PersonID(owner.integers(.integer($0.element)).first ?? 0))
    }
  }
}
