import Domain
import Storage

/// Targets by department: each with all that lies below it, as a month is asked of the whole of it (R8.5).
struct TargetLines {
  private let shelf: TargetShelf
  private let trees: [TargetTree]

  init(_ unit: MomentUnit, _ days: ClosedRange<Day>) throws {
    let shelf = try TargetShelf(unit)
    self.shelf = shelf
    trees = try shelf.months(of: days).map(shelf.tree)
  }

  func lines(
    of extent: ReportReach.Extent, _ people: [Person], _ counted: [CountedDay]
  ) -> [Report.Line] {
    let departments = Dictionary(people.map { ($0.id, $0.department) }) { first, _ in first }
    var done: [DepartmentID: ReportFigures] = [:]
    for day in counted {
      guard let department = departments[day.person] else { continue }
      done[department, default: ReportFigures()] += day.figures
    }
    let roots: [DepartmentID] =
      switch extent {
      case .alone(let person): [person.department]
      case .below(let roots): roots
      }
    return shelf.below(roots).map { department in
      var figures = shelf.below([department.id]).reduce(into: ReportFigures()) {
        $0 += done[$1.id] ?? ReportFigures()
      }
      for figure in ReportFigure.targeted {
        guard let target = figure.target else { continue }
        figures[target] = trees.reduce(0) { $0 + $1.target(of: .department(department.id))[figure] }
      }
      return Report.Line(subject: .department(department.name), figures: figures)
    }
  }
}
