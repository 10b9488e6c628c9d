import Glibc
import Terminals

/// What is typed and moved in every pane while so many others write notes. The floor is the same key at the same time in a
/// program that only sends it back (`Echo`): what two cores shared by all of them leave anybody.
struct BusyScreens {
  let figures: ScreenFigures
  let writers: Writers

  /// Keys of one kind, where the slowest of a hundred counts.
  private static let strokes = 200
  /// At the end of a list a key moves nothing, and nothing comes.
  private static let patience: Int32 = 200

  /// - Parameter show: told each figure as it comes.
  func measure(_ show: (Figure) -> Void) throws {
    let base = figures.base
    let took = try writers.written(at: base.now) {
      let screens = try figures.open(as: base.agent(0))
      let echo = try Echo.open()
      for (name, way) in [("library", "g1"), ("today", "g2"), ("sea", "g3"), ("messages", "g6")] {
        _ = screens.press(way, quiet: 200)
        show(cursor(name, screens, echo))
      }
      _ = screens.press("g1", quiet: 200)
      _ = screens.press("\r", quiet: 200)
      show(cursor("customer", screens, echo))
      _ = screens.press("\u{1b}", quiet: 200)
      for (name, way) in [("note", "w3"), ("next contact", "t"), ("check", "g4")] {
        _ = screens.press(way, quiet: 200)
        show(typed(name, screens, echo))
        _ = screens.press("\u{1b}", quiet: 200)
      }
      try figures.search("search, sea", screens).forEach(show)
    }
    show(Figure(name: "note of the others", ours: took, remark: "\(took.count) notes by \(writers.count)"))
  }

  private func cursor(_ pane: String, _ screens: TerminalProgram, _ echo: TerminalProgram) -> Figure {
    figure("cursor, \(pane)", screens, echo, \.painted) { $0 % 20 < 10 ? "j" : "k" }
  }

  private func typed(_ field: String, _ screens: TerminalProgram, _ echo: TerminalProgram) -> Figure {
    // What a search finds comes behind the echo, and is none.
    figure("echo, \(field)", screens, echo, \.first) { $0 % 20 < 10 ? "m" : "\u{7f}" }
  }

  private func figure(
    _ name: String, _ screens: TerminalProgram, _ echo: TerminalProgram, _ answer: KeyPath<Reply, Double?>,
    _ key: (Int) -> String
  ) -> Figure {
    var (ours, floor): ([Double], [Double]) = ([], [])
    for round in 0..<BusyScreens.strokes {
      if let took = screens.press(key(round), quiet: ScreenFigures.quiet, patience: BusyScreens.patience)[
        keyPath: answer]
      {
        ours.append(took)
      }
      if let took = echo.press(key(round), quiet: 0)[keyPath: answer] { floor.append(took) }
    }
    let spread = Samples(floor)
    return Figure(
      name: name, ours: Samples(ours), floor: spread,
      remark: "floor p95 \(Figure.text(spread.at(0.95))), p99 \(Figure.text(spread.at(0.99)))")
  }
}
