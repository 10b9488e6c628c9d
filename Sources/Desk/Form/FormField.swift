import Domain

/// A line of the customer form, in the order of Tab: what is changed, what is added, and the marks of the numbers.
enum CustomerField: Hashable, Sendable {
  case name, address, industry, remark
  case phone, fax, mobile
  case contact, title
  case av(AVField)
  /// By its place among the numbers of the customer.
  case mark(Int)

  static let texts: [CustomerField] =
    [.name, .address, .industry, .remark, .phone, .fax, .mobile, .contact, .title]
    + AVField.allCases.map { .av($0) }

  /// The key of its label.
  var label: String {
    switch self {
    case .name: "field.name"
    case .address: "field.address"
    case .industry: "field.industry"
    case .remark: "field.remark"
    case .phone: "form.add.phone"
    case .fax: "form.add.fax"
    case .mobile: "form.add.mobile"
    case .contact: "form.add.contact"
    case .title: "field.title"
    case .av(let field): "field.\(field.rawValue)"
    case .mark: "form.mark"
    }
  }

  /// The field an act names when it refuses what is written there.
  init?(refused name: String) {
    let found = CustomerField.texts.first { $0.label == "field.\(name)" || $0.label == "form.add.\(name)" }
    guard let found else { return nil }
    self = found
  }
}
