import CommandLine
import Domain
import Glibc
import Services
import Terminals

/// How far behind the keys a draft is when its process is killed without a word (R6.4): a note is typed, key by key, and
/// at a random moment the program is gone.
struct DraftFigures {
  let base: BenchBase
  let program: String
  let rounds: Int

  /// Between two keys, in milliseconds.
  private static let pauses = 5...90
  /// A round types at least and at most so many.
  private static let keys = 3...60

  func measure() throws -> Figure {
    var numbers = SeededNumbers(seed: 77)
    let behind = try (0..<rounds).map { try self.behind($0, &numbers) }
    return Figure(
      name: "draft behind the keys at a kill", ours: Samples(behind), remark: "all of it kept: 0")
  }

  /// How old the first key is that is in no draft.
  private func behind(_ round: Int, _ numbers: inout SeededNumbers) throws -> Double {
    let agent = base.agent(round)
    let screens = try ScreenFigures(base: base, program: program, rows: 24, columns: 80).open(as: agent)
    _ = screens.press("w3", quiet: 150)
    var pressed: [Double] = []
    for index in 0..<numbers.within(DraftFigures.keys) {
      pressed.append(Stopwatch.now())
      screens.write(index.isMultiple(of: 2) ? "a" : "b")
      usleep(UInt32(numbers.within(DraftFigures.pauses)) * 1000)
      while screens.wait(0), !screens.read().isEmpty {}
    }
    let killed = Stopwatch.now()
    screens.kill()
    _ = screens.finish()
    let kept = try Reading.drafts(of: agent, in: base.reader).first
    if let kept { try KeepDraft(nil, on: kept.customer).perform(by: agent, at: base.now, in: base.writer()) }
    let count = kept?.note?.text.count ?? 0
    return count < pressed.count ? killed - pressed[count] : 0
  }
}
