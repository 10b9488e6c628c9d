extension Migration {
  /// R5.8: an alert may be about an application, of which no customer came yet.
  static let alertsOfApplications = Migration(
    name: "alerts of applications",
    sql: "ALTER TABLE alert ADD COLUMN application INTEGER REFERENCES application;")
}
