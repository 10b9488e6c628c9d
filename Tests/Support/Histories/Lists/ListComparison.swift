import Domain
import HouseFixtures
import Services

/// Holds what a house says of its lists and days against what its trail says of them.
struct ListComparison {
  private let house: TestHouse
  private let dump: BaseDump
  private let trail: ListTrail

  init(_ history: ListHistory) {
    house = history.house
    dump = history.dump
    trail = history.trail
  }

  func difference() throws -> String? {
    if let wrong = try rows() ?? heads() { return wrong }
    let lines = try EveningBoard.read(by: house.id(.director), at: house.now, in: house.house).lines
    for line in lines {
      if let wrong = try day(line) ?? list(line) ?? callList(line) { return wrong }
    }
    return nil
  }

  private var today: Day { house.calendar.day(of: house.now) }

  /// The rows of lists whose day is over follow their customers no longer.
  private func rows() throws -> String? {
    let stood = try dump.values(
      """
      SELECT l.day || ' ' || p.login || ' ' || r.customer || '/' || r.opportunity || ' ' || iif(r.is_new, 'new', 'old')
        || ' ' || iif(r.is_later, 'later', 'first') || ' ' || iif(r.is_held, 'held', 'gone') || ' ' || r.intent
        || ' ' || coalesce(r.due, '-')
      FROM day_list l JOIN day_list_row r ON r.list = l.id JOIN person p ON p.id = l.agent
      WHERE l.day >= \(today.number) ORDER BY l.day, p.login, r.position
      """)
    let expected = trail.lists.sorted { $0.key < $1.key }.flatMap { key, list -> [String] in
      guard let day = Day(iso: key.day), day >= today else { return [] }
      return list.rows.map { "\(day.number) \(key.agent) \(trail.text($0))" }
    }
    return stood == expected ? nil : "rows \(stood.difference(from: expected))"
  }

  private func heads() throws -> String? {
    let stood = try dump.values(
      """
      SELECT day || ' ' || login || ' ' || status || ' ' || (status = 'submitted' AND version <> submitted_version)
      FROM day_list JOIN person ON person.id = agent WHERE day >= \(today.number)
        AND (status <> 'open' OR EXISTS (SELECT 1 FROM day_list_row WHERE list = day_list.id))
      ORDER BY day, login
      """)
    let expected = trail.lists.sorted { $0.key < $1.key }.compactMap { key, list -> String? in
      guard let day = Day(iso: key.day), day >= today, list.status != "open" || !list.rows.isEmpty else {
        return nil
      }
      return
        "\(day.number) \(key.agent) \(list.status) \(list.status == "submitted" && list.isChanged ? 1 : 0)"
    }
    return stood == expected ? nil : "lists \(stood.difference(from: expected))"
  }

  private func day(_ line: EveningLine) throws -> String? {
    let stood = DayFigure.allCases.map(line.day.count)
    let expected = try DayTrail(dump, house.calendar).figures(of: line.id, on: today)
    return stood == expected ? nil : "\(line.agent.login)'s day is \(stood), told are \(expected)"
  }

  private func list(_ line: EveningLine) throws -> String? {
    let day = house.calendar.deskDay(after: today)
    let stood = [line.figures.prepared, line.figures.new]
    let expected = trail.figures(
      of: ListTrail.Key(agent: line.agent.login, day: day.iso),
      dayBegins: house.calendar.start(of: day).seconds)
    if stood != expected { return "\(line.agent.login)'s list has \(stood), told are \(expected)" }
    let own = try TomorrowView.read(by: line.id, at: house.now, in: house.house)
    return own.figures == line.figures ? nil : "\(line.agent.login) sees another list than his manager"
  }

  /// One customer once (R7.1), and all of it his.
  private func callList(_ line: EveningLine) throws -> String? {
    let calls = try CallListView.read(by: line.id, at: house.now, in: house.house)
    let ids = calls.rows.map(\.id) + calls.done.map(\.id)
    if Set(ids).count != ids.count { return "\(line.agent.login) calls somebody twice" }
    let library = try LibraryView.read(by: line.id, at: house.now, in: house.house).rows.map(\.id)
    return Set(ids).isSubset(of: library) ? nil : "\(line.agent.login) calls whom he has not"
  }
}
