import Domain

/// A company name parted into division, trade name, industry and form.
struct NameFigures {
  let base: BenchBase
  private static let rounds = 2000

  func figures() -> [Figure] {
    var maker = CustomerMaker(seed: 81, first: base.customers)
    let tables = base.rules.tables.names
    let names = (0..<NameFigures.rounds).map { _ in maker.next().name }
    let took = names.map { name in
      1000 * Stopwatch.milliseconds { _ = CompanyName(parsing: name, with: tables) }
    }
    return [Figure(name: "name split", unit: "us", ours: Samples(took))]
  }
}
