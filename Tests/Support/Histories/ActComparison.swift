import HouseFixtures

/// What the program made of a history, held against the model.
extension ActHistory {
  /// What stands in the base and should not, or the other way round; nil where program and model agree.
  package func difference() throws -> String? {
    if let last = log.last, last.answer.contains("expected") { return last.answer }
    if let difference = listDifference ?? tickDifference { return difference }
    if let agent = newcomer, model.slots(of: agent, at: now) > model.rules.capacity {
      return "above capacity"
    }
    let stood = try dump.values(ActHistory.holdings) + dump.values(ActHistory.warnings)
    let expected = model.holdings.map(text) + warnings
    return stood == expected ? nil : "\(stood.difference(from: expected))"
  }

  private static let holdings = """
    SELECT o.customer || ' ' || p.login || ' from ' || o.entered_at || ' to ' || coalesce(o.ended_at, '-') || ' '
      || coalesce(o.end_clocks, iif(o.ended_at IS NULL, '-', 'by hand')) || ' due ' || coalesce(c.flow_back_at, '-')
      || ' ' || iif(c.id IS NULL, '-', c.warned_at IS NOT NULL AND c.owner = o.holder AND c.state <> 'unassigned')
    FROM opportunity o JOIN person p ON p.id = o.holder
    LEFT JOIN customer c ON c.opportunity = o.id ORDER BY o.id
    """

  private static let warnings = """
    SELECT o.customer || ' warned ' || w.clock || ' ' || w.period_start || ' ' || w.level || ' ' || w.at
    FROM warning w JOIN opportunity o ON o.id = w.opportunity ORDER BY w.opportunity, w.id
    """

  private func text(_ holding: ModelHouse.Holding) -> String {
    let opportunity = holding.opportunity
    let isOpen = holding.endedAt == nil
    let isByHand = holding.releasedAt != nil || holding.transferredAt != nil
    let end = isOpen ? "-" : isByHand ? "by hand" : opportunity.end?.reasons.joined(separator: ",")
    return [
      "\(holding.customer) \(ActHistory.agents[holding.holder]) from \(seconds(opportunity.entered))",
      "to \(holding.endedAt.map(seconds) ?? "-") \(end ?? "?")",
      "due \(isOpen ? opportunity.effectiveDue.map(seconds) ?? "-" : "-")",
      isOpen ? opportunity.isWarned ? "1" : "0" : "-",
    ].joined(separator: " ")
  }

  private var warnings: [String] {
    model.holdings.flatMap { holding in
      holding.opportunity.warnings.map {
        "\(holding.customer) warned \($0.clock) \(seconds($0.start)) \($0.level) \(seconds($0.at))"
      }
    }
  }

  private func seconds(_ moment: Int) -> String { String(moment - offset) }
}
