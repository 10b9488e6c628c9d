/// What a column of an imported table can mean.
package enum ImportColumn: Int, Hashable, Sendable, CaseIterable {
  case name, phone, fax, mobile, contact, title, address, industry, source, intent, remark
  /// For a migration from another system (R12.3).
  case holder, entered, lastContact

  /// Whether a table may have several such columns: 电话1, 电话2.
  package var mayRepeat: Bool { self == .phone || self == .fax || self == .mobile }

  /// As the table of headings names it: `last_contact`.
  init?(code: String) {
    guard let column = ImportColumn.allCases.first(where: { $0.code == code }) else { return nil }
    self = column
  }

  private var code: String { self == .lastContact ? "last_contact" : "\(self)" }
}
