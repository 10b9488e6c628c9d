import Domain
import HouseFixtures
import Services

/// What is looked at between the acts: the engine, and the lists before it comes by.
extension ActHistory {
  func tick() throws {
    try lookAtTheLists()
    newcomer = nil
    let expected = model.tick(at: now)
    guard let report = try house.engineTick() else { return tickDifference = "nobody ticked" }
    log.append((house.now, "the engine looks", "\(report.warned) warned, \(report.released) released"))
    if report.warned != expected.warned || report.released != expected.released || !report.failed.isEmpty
      || report.fuse?.cause.rawValue != expected.fuse
    {
      tickDifference = "tick \(report), expected \(expected)"
    }
    if let fuse = expected.fuse { answers["fuse \(fuse)", default: 0] += 1 }
    // Never late, never twice: the model has nothing left to do, and the program must agree.
    if let again = try house.engineTick(), again.released + again.warned > 0 {
      tickDifference = "a second tick found something to do"
    }
  }

  /// Before the engine comes by: the lists show what the model holds, and list and customer tell one due (R4.6).
  private func lookAtTheLists() throws {
    for (agent, who) in ActHistory.agents.enumerated() {
      let rows = try house.library(of: who).rows
      let held = model.holdings.filter {
        $0.holder == agent && $0.endedAt == nil
          && (model.isOff(at: now) || !$0.opportunity.isOver(at: now))
      }
      if Set(rows.map(\.id)) != Set(held.map { id($0.customer) }) {
        listDifference = "\(who) sees \(rows.map(\.id))"
      }
      for row in rows {
        let due = try house.view(row.id, as: who).standing?.effectiveDue
        if row.due != due {
          listDifference =
            "\(house.calendar.iso8601(house.now)): \(who) \(row.id) list \(String(describing: row.due)), customer \(String(describing: due))"
        }
      }
    }
  }
}
