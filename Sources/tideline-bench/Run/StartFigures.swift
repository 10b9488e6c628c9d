import Services

/// The program from its start to its end: without a base, and listing a whole library.
struct StartFigures {
  let base: BenchBase
  let program: String
  private static let rounds = 30

  func figures() throws -> [Figure] {
    let login = try Reading.person(base.agent(0), in: base.reader).login
    let calls = [
      ("start: version", ["version"]), ("start: mine", ["--db", base.path, "--as", login, "mine"]),
      ("start: sea 精密", ["--db", base.path, "--as", login, "sea", "精密"]),
    ]
    return try calls.flatMap { try figures($0.0, $0.1) }
  }

  private func figures(_ name: String, _ arguments: [String]) throws -> [Figure] {
    var peaks: [Double] = []
    let time = try Comparison.figure(name, rounds: StartFigures.rounds, warmUp: 3) { _ in
      peaks.append(Double(try Child.run(program, arguments).peakKiB) / 1024)
    } floor: { _ in
      _ = try Child.run("/bin/true", [])
    }
    var shown = time
    shown.remark = "floor: /bin/true"
    return [shown, Figure(name: "  peak resident", unit: "MiB", ours: Samples(peaks))]
  }
}
