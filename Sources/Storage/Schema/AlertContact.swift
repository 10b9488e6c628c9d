extension Migration {
  /// R4.17: the next contact that a warning or the end of an opportunity is about.
  static let alertContact = Migration(
    name: "next contacts of alerts", sql: "ALTER TABLE alert ADD COLUMN next_contact INTEGER;")
}
