import CommandLine
import Domain
import Services
import Terminals

/// The screens in a pseudo-terminal: what a key costs from its press to its last byte, and what they cost at rest.
struct ScreenFigures {
  let base: BenchBase
  let program: String
  let rows: UInt16
  let columns: UInt16

  private static let starts = 7
  /// A paint is over when nothing came for so long; in milliseconds. What follows later is another paint.
  static let quiet: Int32 = 20
  private static let quietAfterStart: Int32 = 60
  private static let quietAfterSearch: Int32 = 60
  /// What comes before is no picture.
  private static let leastOfPicture = 1000
  private static let longestEnd = 5000.0

  /// - Parameter show: told each figure as it comes.
  func measure(_ show: (Figure) -> Void) throws {
    try start().forEach(show)
    let screens = try open(as: base.agent(0))
    keys("row down", "j", 60, screens, beside: Tig.open(rows: rows, columns: columns)).forEach(show)
    keys("row up", "k", 60, screens).forEach(show)
    keys("page down", "\u{1b}[6~", 8, screens).forEach(show)
    held(screens).forEach(show)
    try search("2 characters typed to painted", screens).forEach(show)
    rest(screens).forEach(show)
  }

  /// Once its first picture is whole.
  func open(as agent: PersonID) throws -> TerminalProgram {
    let (screens, started) = try launch(agent)
    _ = screens.read(
      since: started, quiet: 300, patience: 5000, atLeast: ScreenFigures.leastOfPicture)
    return screens
  }

  /// - Returns: also when it was started, by the stopwatch.
  private func launch(_ agent: PersonID) throws -> (screens: TerminalProgram, started: Double) {
    let login = try Reading.person(agent, in: base.reader).login
    // Whoever works here has been here before, and is not shown round.
    let house = try House(path: base.path, access: .write, rules: base.rules, origin: "bench")
    try KeepPreferences().perform(by: agent, at: base.now, in: house)
    let started = Stopwatch.now()
    let screens = try TerminalProgram(
      program, ["--db", base.path, "--as", login, "--now", base.rules.calendar.iso8601(base.now)],
      environment: [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
      ],
      rows: rows, columns: columns)
    return (screens, started)
  }

  private func start() throws -> [Figure] {
    var (first, last, bytes) = ([Double](), [Double](), [Double]())
    for _ in 0..<ScreenFigures.starts {
      let (screens, started) = try launch(base.agent(0))
      let reply = screens.read(
        since: started, quiet: ScreenFigures.quietAfterStart, patience: 5000,
        atLeast: ScreenFigures.leastOfPicture)
      guard let began = reply.first, let ended = reply.last, reply.bytes >= ScreenFigures.leastOfPicture
      else {
        throw TerminalProgram.Failure(message: "no screen: \(program)")
      }
      first.append(began)
      last.append(ended)
      bytes.append(Double(reply.bytes))
      _ = screens.hangUp(limit: ScreenFigures.longestEnd)
    }
    return [
      Figure(name: "exec to first byte", ours: Samples(first)),
      Figure(name: "exec to first full paint", ours: Samples(last)),
      Figure(name: "  its bytes", unit: "B", ours: Samples(bytes)),
    ]
  }

  /// - Parameter other: a program that answers to the same key, pressed by turns.
  private func keys(
    _ name: String, _ key: String, _ count: Int, _ screens: TerminalProgram,
    beside other: TerminalProgram? = nil
  ) -> [Figure] {
    var (replies, others): ([Reply], [Double]) = ([], [])
    for _ in 0..<count {
      replies.append(screens.press(key, quiet: ScreenFigures.quiet))
      if let last = other?.press(key, quiet: ScreenFigures.quiet).painted { others.append(last) }
    }
    return [
      Figure(
        name: "key to last byte: \(name)", ours: Samples(replies.compactMap(\.painted)),
        floor: others.isEmpty ? nil : Samples(others)),
      Figure(name: "  its bytes", unit: "B", ours: Samples(replies.map { Double($0.bytes) })),
    ]
  }

  /// A held key: 200 at once, then the paint that follows when it is let go.
  private func held(_ screens: TerminalProgram) -> [Figure] {
    _ = screens.press("\u{1b}[H", quiet: 200)
    let reply = screens.press(String(repeating: "j", count: 200), quiet: ScreenFigures.quiet)
    return [
      Figure(name: "200 keys at once", ours: Samples([reply.last].compactMap { $0 })),
      Figure(name: "200 keys at once: bytes", unit: "B", ours: Samples([Double(reply.bytes)])),
    ]
  }

  /// Each term is committed at once, as an input method does, into an empty field.
  func search(_ name: String, _ screens: TerminalProgram) throws -> [Figure] {
    _ = screens.press("g3", quiet: 200)
    let terms = try SearchTerms.all(base).first?.terms.prefix(60) ?? []
    let replies = terms.map { term in
      _ = screens.press("f", quiet: ScreenFigures.quietAfterSearch)
      let reply = screens.press(term, quiet: ScreenFigures.quietAfterSearch)
      _ = screens.press("\u{1b}", quiet: 100)
      return reply
    }
    return [Figure(name: name, ours: Samples(replies.compactMap(\.last)))]
  }

  private func rest(_ screens: TerminalProgram) -> [Figure] {
    _ = screens.listen(for: 1000)
    let facts = ProcessFacts(process: screens.process)
    let (cpu, sleeps) = (facts.cpu, facts.sleeps)
    let bytes = screens.listen(for: 5000)
    let idle = [
      Figure(name: "idle 5 s: CPU", ours: Samples([facts.cpu - cpu])),
      Figure(
        name: "idle 5 s: wake-ups", unit: "", ours: Samples([Double(facts.sleeps - sleeps)])),
      Figure(name: "idle 5 s: bytes", unit: "B", ours: Samples([Double(bytes)])),
      Figure(
        name: "memory, proportional", unit: "MiB", ours: Samples([facts.proportionalMiB])),
      Figure(name: "memory, resident", unit: "MiB", ours: Samples([facts.residentMiB])),
    ]
    let gone = screens.hangUp(limit: ScreenFigures.longestEnd).map { [$0] } ?? []
    return idle + [Figure(name: "hang-up to gone", ours: Samples(gone))]
  }
}
