import Domain
import Storage

/// Says what a month asks of somebody or of a department (R8.5). What was reached already, no later target changes: a month
/// that is over stays as it was.
package struct SetTarget {
  /// So many months ahead at most.
  private static let monthsAhead = 24
  /// Beyond what anybody does in a month.
  package static let mostOfACount = 1_000_000

  let name: String
  let month: Day
  let figures: [ReportFigure: Int]

  /// - Parameters:
  ///   - name: a login, or the name of a department.
  ///   - month: any day of it.
  ///   - figures: what is asked; 0 asks nothing any more; what is not named is as it was.
  package init(_ name: String, in month: Day, _ figures: [ReportFigure: Int]) {
    self.name = PlainText.inOneLine(name)
    self.month = month.startOfMonth
    self.figures = figures
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .setTarget, leaving: .changes, at: now) { unit in
      let place = try TargetPlace.named(name, in: unit)
      guard try unit.store.people.isDepartment(place.department, under: unit.person.department) else {
        throw Refusal.notAllowed(.setTarget)
      }
      try check(in: unit)
      let before = try unit.store.targets.set(in: month)[place.id] ?? ReportFigures()
      for (figure, count) in figures.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        try unit.store.targets.set(figure, of: place.id, in: month, to: count)
        unit.event.change(
          figure.rawValue, from: SetTarget.text(before[figure], figure), to: SetTarget.text(count, figure))
      }
      guard !unit.event.isEmpty else { return }
      unit.event.add([place.isPerson ? "person" : "department": name, "month": String(month.iso.prefix(7))])
    }
  }

  private func check(in unit: WritingUnit) throws {
    let thisMonth = unit.rules.calendar.day(of: unit.now).startOfMonth
    if month < thisMonth { throw Refusal.invalidField("month", .past) }
    if month > thisMonth.adding(months: SetTarget.monthsAhead) {
      throw Refusal.invalidField("month", .outOfRange)
    }
    for (figure, count) in figures {
      let most = figure.form == .money ? Int(Amount.most) : SetTarget.mostOfACount
      guard figure.target != nil, (0...most).contains(count) else {
        throw Refusal.invalidField(figure.rawValue, .outOfRange)
      }
    }
  }

  private static func text(_ count: Int, _ figure: ReportFigure) -> String? {
    if count == 0 { return nil }
    return figure.form == .money ? Amount(fen: Int64(count)).text : String(count)
  }
}

/// Whom a target is for.
struct TargetPlace {
  let id: TargetTree.Place
  /// His, or the department itself.
  let department: DepartmentID

  var isPerson: Bool {
    if case .person = id { return true }
    return false
  }

  /// One name for an agent and a department is said to be so.
  static func named(_ name: String, in unit: ReadingUnit) throws -> TargetPlace {
    let person = try unit.store.people.find(login: name)
    let department = try unit.store.people.department(named: name)
    switch (person, department) {
    case (let person?, nil):
      // Only agents are counted.
      guard person.roles.contains(.agent), person.isActive else {
        throw Refusal.invalidField("target", .unknown)
      }
      return TargetPlace(id: .person(person.id), department: person.department)
    case (nil, let department?): return TargetPlace(id: .department(department), department: department)
    case (nil, nil): throw Refusal.invalidField("target", .unknown)
    default: throw Refusal.invalidField("target", .ambiguous)
    }
  }
}
