import Domain
import Services

/// Searches of the sea from the typed text to the rows. The floor makes the same choice between the full-text index
/// and a walk along the sea, in bare calls.
struct SearchFigures {
  let base: BenchBase
  private static let rounds = 3

  func figures() throws -> [Figure] {
    let (floor, all) = (try SearchFloor(base), try SearchTerms.all(base))
    return try all.map { try figure($0, beside: floor) }
      + all.prefix(1).flatMap { try asScreensAsk($0.terms) }
  }

  private func figure(_ terms: SearchTerms, beside floor: SearchFloor) throws -> Figure {
    var figure = try Comparison.figure(
      "sea search, \(terms.name)", rounds: terms.terms.count * SearchFigures.rounds
    ) {
      let query = SeaQuery(searching: terms.terms[$0 % terms.terms.count], tables: base.rules.tables)
      _ = try SeaView.read(query, by: base.agent($0), in: base.reader)
    } floor: {
      try floor.search(terms.terms[$0 % terms.terms.count])
    }
    figure.remark = "\(terms.terms.count) terms"
    return figure
  }

  /// The page with what stands against a pick of each row, and how many are found, up to 1,000.
  private func asScreensAsk(_ words: [String]) throws -> [Figure] {
    var (pages, counts) = ([Double](), [Double]())
    for (index, word) in words.enumerated() {
      var terms = SeaTerms()
      terms.text = word
      let agent = base.agent(index)
      pages.append(
        try Stopwatch.milliseconds {
          _ = try SeaPage.read(terms, after: nil, limit: 72, by: agent, at: base.now, in: base.reader)
        })
      counts.append(
        try Stopwatch.milliseconds {
          _ = try SeaPage.count(terms, cap: 1001, by: agent, in: base.reader)
        })
    }
    return [
      Figure(name: "  as the screen asks, 72 rows", ours: Samples(pages)),
      Figure(name: "  and their count, to 1,001", ours: Samples(counts)),
    ]
  }
}

private struct SearchFloor {
  private let count: BareStatement
  private let join: BareStatement
  private let walk: BareStatement
  private let cap: Int
  private let tables: HouseTables

  init(_ base: BenchBase) throws {
    tables = base.rules.tables
    let sea = try base.bare.statement("SELECT value FROM counter WHERE name = 'sea'").integers().first ?? 0
    cap = Int((50 * Double(sea)).squareRoot())
    count = try base.bare.statement(
      "SELECT count(*) FROM (SELECT rowid FROM customer_grams WHERE customer_grams MATCH ? LIMIT \(cap))")
    join = try base.bare.statement(
      """
      \(SeaFigures.columns.dropLast("customer".count))customer_grams
      CROSS JOIN customer ON customer.id = customer_grams.rowid
      WHERE customer_grams MATCH ?2 AND state = 'unassigned' AND (instr(folded, ?1) OR instr(initials, ?1))
      ORDER BY released_at DESC, id DESC LIMIT 50
      """)
    walk = try base.bare.statement(
      """
      \(SeaFigures.columns) WHERE state = 'unassigned' AND (instr(folded, ?1) OR instr(initials, ?1))
      ORDER BY released_at DESC, id DESC LIMIT 50
      """)
  }

  func search(_ term: String) throws {
    let match = tables.folding.grams(of: term).map { "\"\($0)\"" }.joined(separator: " AND ")
    let hits = count.integers(.text(match)).first ?? 0
    if hits == 0 { return }
    _ = hits < cap ? try join(.text(term), .text(match)) : try walk(.text(term))
  }
}
