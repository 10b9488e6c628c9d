import Domain
import Storage

/// The targets of months, dealt out over the people there are now.
struct TargetShelf {
  let departments: [(id: DepartmentID, name: String, parent: DepartmentID?)]
  private let unit: ReadingUnit
  private let people: [Person]

  init(_ unit: ReadingUnit) throws {
    self.unit = unit
    departments = try unit.store.people.departments()
    people = try unit.store.people.roots().flatMap { try unit.store.people.agents(under: $0) }
  }

  /// The first days of the months that days lie in.
  func months(of days: ClosedRange<Day>) -> [Day] {
    var (months, month) = ([Day](), days.lowerBound.startOfMonth)
    while month <= days.upperBound {
      months.append(month)
      month = month.adding(months: 1)
    }
    return months
  }

  func tree(of month: Day) throws -> TargetTree {
    TargetTree(
      departments: departments.map { ($0.id, $0.parent) }, people: people.map { ($0.id, $0.department) },
      set: try unit.store.targets.set(in: month))
  }

  /// The departments and those below them, in the order of the tree.
  func below(_ roots: [DepartmentID]) -> [(id: DepartmentID, name: String, depth: Int)] {
    var depths: [DepartmentID: Int] = [:]
    return departments.compactMap { department in
      let above = department.parent.flatMap { depths[$0] }
      guard let depth = roots.contains(department.id) ? 0 : above.map({ $0 + 1 }) else { return nil }
      depths[department.id] = depth
      return (department.id, department.name, depth)
    }
  }
}
