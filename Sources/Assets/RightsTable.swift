import Domain

extension Rights {
  /// The table that comes with the program (Resources/rights.tsv).
  package static let shipped = Rights(
    Table("rights.tsv").rows.compactMap { row in
      guard row.count == 3, let role = Role(rawValue: String(row[0])),
        let act = Act(rawValue: String(row[1])),
        let scope = Scope(rawValue: String(row[2]))
      else { return nil }
      return (role, act, scope)
    })
}
