import Domain
import HouseFixtures

/// The day's figures of an agent as the notes and the events tell them (R7.4), counted one by one.
struct DayTrail {
  private let dump: BaseDump
  private let calendar: HouseCalendar

  init(_ dump: BaseDump, _ calendar: HouseCalendar) {
    self.dump = dump
    self.calendar = calendar
  }

  /// In the order of `DayFigure`.
  func figures(of agent: PersonID, on day: Day) throws -> [Int] {
    let span = calendar.span(of: day)
    let notes = try words(
      """
      SELECT customer || ' ' || kind || ' ' || outcome || ' ' || coalesce(intent, intent_before) || ' ' ||
        (met <> '' AND place <> '' AND text <> '')
      FROM note WHERE taken_back_at IS NULL AND author = \(agent.value)
        AND at BETWEEN \(span.lowerBound.seconds) AND \(span.upperBound.seconds - 1)
      """)
    let reached = notes.filter {
      $0[1] == "call" && !["no_answer", "busy"].contains($0[2])
    }
    let visits = notes.filter { $0[1] == "visit" && $0[4] == "1" }
    return [
      Set(reached.map { $0[0] }).count,
      Set(reached.filter { ["A", "B"].contains($0[3]) }.map { $0[0] }).count,
      try added(to: agent, during: span), Set(visits.map { $0[0] }).count,
    ]
  }

  private func added(to agent: PersonID, during span: Range<Instant>) throws -> Int {
    let ways = try words(
      """
      SELECT customer || ' ' || at || ' ' || coalesce(json_extract(detail, '$.facts.undone'), '-')
      FROM event WHERE actor = \(agent.value) AND act IN ('pick', 'enter', 'swap') ORDER BY id
      """)
    var came: [(customer: String, at: Int64)] = []
    for way in ways {
      if way[2] == "-" {
        came.append((way[0], Int64(way[1]) ?? 0))
      } else if let last = came.lastIndex(where: { $0.customer == way[0] }) {
        came.remove(at: last)
      }
    }
    return came.filter { span.contains(Instant(seconds: $0.at)) }.count
  }

  private func words(_ sql: String) throws -> [[String]] {
    try dump.values(sql).map { $0.split(separator: " ").map(String.init) }
  }
}
