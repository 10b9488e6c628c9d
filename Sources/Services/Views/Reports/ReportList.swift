import Domain
import Storage

/// The customers behind one figure of a report, so that no figure has to be believed (R8.5).
package struct ReportList: Sendable {
  package let rows: [ReportRow]
  /// Whose they were.
  package let people: [PersonID: Person]
  /// There are more than one looks through.
  package let isCut: Bool

  /// - Parameters:
  ///   - key: of the line; nil for the sum of all.
  ///   - grouping: what the lines of the report stand for.
  package static func read(
    behind figure: ReportFigure, of key: String?, in kind: ReportKind, by grouping: ReportGrouping?,
    during span: ReportSpan, department: String? = nil, for actor: PersonID, at now: Instant,
    in house: House
  ) throws -> ReportList {
    try house.read(as: actor, .see, at: now) { unit in
      guard figure.hasRows, kind.figures.contains(figure) else {
        throw Refusal.invalidField("figure", .unknown)
      }
      let days = kind.days(of: span, today: unit.rules.calendar.day(of: now))
      var cell = Cell(kind, by: grouping, days, try ReportReach(unit).people(of: department))
      if let key { try cell.narrow(to: key, in: unit) }
      let rows = try ReportSource(unit, of: cell.people, during: cell.days).rows(
        behind: figure, part: cell.part)
      return ReportList(
        rows: rows, people: Dictionary(cell.people.map { ($0.id, $0) }) { first, _ in first },
        isCut: rows.count >= ReportRows.most)
    }
  }

  /// Whose work of which days a line stands for.
  private struct Cell {
    var people: [Person]
    var days: ClosedRange<Day>
    var part: String?
    private let grouping: ReportGrouping
    /// A department stands for all that lies below it.
    private let isTree: Bool

    init(
      _ kind: ReportKind, by grouping: ReportGrouping?, _ days: ClosedRange<Day>, _ people: [Person]
    ) {
      (self.people, self.days) = (people, days)
      self.grouping = kind.grouping(grouping)
      isTree = kind == .targets
    }

    mutating func narrow(to key: String, in unit: MomentUnit) throws {
      switch grouping {
      case .person: people = people.filter { $0.login == key }
      case .department where !isTree: people = people.filter { $0.departmentName == key }
      case .department:
        let department = try unit.store.people.department(named: key)
        let below = try department.map { try TargetShelf(unit).below([$0]).map(\.id) } ?? []
        people = people.filter { below.contains($0.department) }
      case .stage, .level: part = key
      case .day, .week, .month:
        let matching = days.lowerBound.number...days.upperBound.number
        let found = matching.map(Day.init(number:)).filter {
          ReportSubject.days(grouping, $0...$0).key == key
        }
        guard let first = found.first, let last = found.last else {
          throw Refusal.invalidField("line", .unknown)
        }
        days = first...last
      }
      if people.isEmpty { throw Refusal.invalidField("line", .unknown) }
    }
  }
}
