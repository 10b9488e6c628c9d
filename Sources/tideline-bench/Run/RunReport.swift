/// All figures of a run, printed as they come. Those that change the base come last.
struct RunReport {
  let path: String
  let program: String
  let isJSON: Bool
  /// Only groups whose name has this in it.
  let only: String?

  func print() throws {
    try BaseCopy.with(path) { copy in
      let base = try BenchBase(path: copy)
      Output.remark("\(base.customers) customers, \(base.agents.count) holders\n")
      let report = Report(isJSON: isJSON)
      for (name, figures) in groups(base) where only.map(name.contains) ?? true {
        try figures().forEach(report.show)
      }
      report.close()
    }
  }

  private func groups(_ base: BenchBase) -> [(String, () throws -> [Figure])] {
    [
      ("noise", { NoiseFigures(path: base.path + ".noise").figures() }),
      ("list", ListFigures(base: base).figures), ("page", SeaFigures(base: base).figures),
      ("search", SearchFigures(base: base).figures), ("360", CustomerFigures(base: base).figures),
      ("day", CallFigures(base: base).figures), ("evening", EveningFigures(base: base).figures),
      ("report", ReportBench(base: base).figures),
      ("collision", CollisionFigures(base: base).figures), ("name", NameFigures(base: base).figures),
      ("start", StartFigures(base: base, program: program).figures),
      ("note", NoteFigures(base: base).figures), ("pick", PickFigures(base: base).figures),
      ("import", ImportFigures(base: base).figures), ("tick", TickFigures(base: base).figures),
    ]
  }
}
