import Domain
import Storage

/// What a month asks, along the tree (R8.5): the departments somebody may see, under each its agents.
package struct TargetView: Sendable {
  package struct Line: Sendable {
    package let subject: ReportSubject
    /// Below how many others of these lines its department lies.
    package let depth: Int
    /// What was set for it itself.
    package let own: ReportFigures
    /// What is asked of it: set, dealt out to it, or summed up from below.
    package let asked: ReportFigures
  }

  package let month: Day
  package let lines: [Line]

  /// - Parameters:
  ///   - name: a login or a department; nil for all he may see.
  ///   - month: any day of it; nil for the present one.
  package static func read(
    _ name: String? = nil, month: Day? = nil, for actor: PersonID, at now: Instant, in house: House
  ) throws -> TargetView {
    try house.read(as: actor, .see, at: now) { unit in
      let month = (month ?? unit.rules.calendar.day(of: now)).startOfMonth
      let place = try name.map { try TargetPlace.named($0, in: unit) }
      let department = try place.map { try unit.store.people.departmentName($0.department) }
      let extent = try ReportReach(unit).extent(of: department)
      let shelf = try TargetShelf(unit)
      let tree = try shelf.tree(of: month)
      let lines =
        switch extent {
        case .alone(let person): [Line(person, 0, tree)]
        case .below(let roots): try shelf.below(roots).flatMap { try unit.lines(of: $0, tree) }
        }
      guard let place, place.isPerson else { return TargetView(month: month, lines: lines) }
      return TargetView(month: month, lines: lines.filter { $0.subject.key == name })
    }
  }
}

extension TargetView.Line {
  fileprivate init(_ person: Person, _ depth: Int, _ tree: TargetTree) {
    self.init(
      subject: .person(login: person.login, name: person.name, department: person.departmentName),
      depth: depth, own: tree.own(.person(person.id)), asked: tree.target(of: .person(person.id)))
  }
}

extension MomentUnit {
  fileprivate func lines(
    of department: (id: DepartmentID, name: String, depth: Int), _ tree: TargetTree
  ) throws -> [TargetView.Line] {
    let head = TargetView.Line(
      subject: .department(department.name), depth: department.depth,
      own: tree.own(.department(department.id)), asked: tree.target(of: .department(department.id)))
    let agents = try store.people.agents(under: department.id).filter { $0.department == department.id }
    return [head] + agents.map { TargetView.Line($0, department.depth + 1, tree) }
  }
}
