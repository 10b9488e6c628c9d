/// What a month asks of everybody, from what was set for some (R8.5): what is set for a department is dealt out evenly over
/// those below it for whom nothing is set; a department for which nothing is set is asked the sum of what is below it.
package struct TargetTree: Sendable {
  package enum Place: Hashable, Sendable {
    case department(DepartmentID)
    case person(PersonID)
  }

  private let set: [Place: ReportFigures]
  private let people: [DepartmentID: [PersonID]]
  private let children: [DepartmentID: [DepartmentID]]
  private var asked: [Place: ReportFigures] = [:]

  /// - Parameter people: whom a target is dealt to, in their order.
  package init(
    departments: [(id: DepartmentID, parent: DepartmentID?)],
    people: [(id: PersonID, department: DepartmentID)], set: [Place: ReportFigures]
  ) {
    self.set = set
    self.people = Dictionary(grouping: people, by: \.department).mapValues { $0.map(\.id) }
    children = Dictionary(grouping: departments.filter { $0.parent != nil }) { $0.parent ?? $0.id }
      .mapValues { $0.map(\.id) }
    for figure in ReportFigure.targeted {
      for person in people { put(ownTarget(.person(person.id), figure), figure, to: .person(person.id)) }
      for department in departments { deal(figure, of: department.id) }
      for department in departments where department.parent == nil { add(figure, below: department.id) }
    }
  }

  /// Each figure 0 where nothing is asked.
  package func target(of place: Place) -> ReportFigures { asked[place] ?? ReportFigures() }

  /// What was set for it itself.
  package func own(_ place: Place) -> ReportFigures { set[place] ?? ReportFigures() }

  private func ownTarget(_ place: Place, _ figure: ReportFigure) -> Int { set[place]?[figure] ?? 0 }

  private mutating func put(_ count: Int, _ figure: ReportFigure, to place: Place) {
    asked[place, default: ReportFigures()][figure] = count
  }

  /// What the persons of their own leave, in equal parts; what is left over goes to the first ones.
  private mutating func deal(_ figure: ReportFigure, of department: DepartmentID) {
    let target = ownTarget(.department(department), figure)
    guard target > 0 else { return }
    let (given, free) = below(department, figure)
    let rest = max(target - given, 0)
    for (index, person) in free.enumerated() {
      put(rest / free.count + (index < rest % free.count ? 1 : 0), figure, to: .person(person))
    }
  }

  /// What is set below it, and for whom nothing is.
  private func below(_ department: DepartmentID, _ figure: ReportFigure) -> (given: Int, free: [PersonID]) {
    let people = people[department] ?? []
    var given = people.reduce(0) { $0 + ownTarget(.person($1), figure) }
    var free = people.filter { ownTarget(.person($0), figure) == 0 }
    for child in children[department] ?? [] {
      let own = ownTarget(.department(child), figure)
      if own > 0 {
        given += own
      } else {
        let more = below(child, figure)
        given += more.given
        free += more.free
      }
    }
    return (given, free)
  }

  @discardableResult
  private mutating func add(_ figure: ReportFigure, below department: DepartmentID) -> Int {
    var sum = (people[department] ?? []).reduce(0) { $0 + target(of: .person($1))[figure] }
    for child in children[department] ?? [] { sum += add(figure, below: child) }
    let own = ownTarget(.department(department), figure)
    put(own > 0 ? own : sum, figure, to: .department(department))
    return own > 0 ? own : sum
  }
}
