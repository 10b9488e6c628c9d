extension Migration {
  /// R2.1: what a department is there for; NULL where that follows from the one above it, or from the policy.
  static let departmentKinds = Migration(
    name: "kinds of departments", sql: "ALTER TABLE department ADD COLUMN kind TEXT;")
}
