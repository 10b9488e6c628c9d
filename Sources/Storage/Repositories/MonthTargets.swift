import Domain

/// What months ask of persons and departments (R8.5), as it was set.
package struct MonthTargets {
  let connection: Connection

  /// - Parameter month: its first day.
  package func set(in month: Day) throws -> [TargetTree.Place: ReportFigures] {
    var set: [TargetTree.Place: ReportFigures] = [:]
    for (place, figure, count) in try connection.query(
      "SELECT person, department, figure, count FROM target WHERE month = ?", [month],
      { row -> (TargetTree.Place?, ReportFigure?, Int) in
        let person: PersonID? = row.optionalID(0)
        let place = person.map(TargetTree.Place.person) ?? row.optionalID(1).map(TargetTree.Place.department)
        return (place, ReportFigure(rawValue: row.text(2)), row.int(3))
      })
    {
      if let place, let figure { set[place, default: ReportFigures()][figure] = count }
    }
    return set
  }

  /// - Parameter count: 0 where nothing is asked any more.
  package func set(_ figure: ReportFigure, of place: TargetTree.Place, in month: Day, to count: Int) throws {
    let (person, department) = place.ids
    try connection.run(
      "DELETE FROM target WHERE month = ? AND person IS ? AND department IS ? AND figure = ?",
      [month, person, department, figure.rawValue])
    guard count > 0 else { return }
    try connection.run(
      "INSERT INTO target (month, person, department, figure, count) VALUES (?, ?, ?, ?, ?)",
      [month, person, department, figure.rawValue, count])
  }
}

extension TargetTree.Place {
  fileprivate var ids: (PersonID?, DepartmentID?) {
    switch self {
    case .person(let id): (id, nil)
    case .department(let id): (nil, id)
    }
  }
}
