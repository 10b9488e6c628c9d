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
    return try calls.map { call in
      var figure = try Comparison.figure(call.0, rounds: StartFigures.rounds, warmUp: 3) { _ in
        try Child.run(program, call.1)
      } floor: { _ in
        try Child.run("/bin/true", [])
      }
      figure.remark = "floor: /bin/true"
      return figure
    }
  }
}
