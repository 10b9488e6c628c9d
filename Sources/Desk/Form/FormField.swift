import Domain

/// A line of the customer form, in the order of Tab: what is changed, what is added, and the marks of the numbers.
enum CustomerField: Hashable, Sendable {
  case name, address, industry, remark
  case phone, fax, mobile
  case contact, title, superior
  /// What the added contact does in the decision (R10.2).
  case role
  case tags
  case av(AVField)
  case profile(ProfileField)
  /// By its place among the numbers of the customer.
  case mark(Int)

  static let texts: [CustomerField] =
    [.name, .address, .industry, .remark, .phone, .fax, .mobile, .contact, .title, .superior, .tags]
    + AVField.allCases.map { .av($0) } + ProfileField.kept.map { .profile($0) }

  /// All of them, with the marks of so many numbers.
  static func all(marks: Int) -> [CustomerField] {
    let numbers = (0..<marks).map { CustomerField.mark($0) }
    let role = (texts.firstIndex(of: .superior) ?? 0) + 1
    return texts[..<role] + [.role] + texts[role...] + numbers
  }

  /// Chosen, and not typed.
  var isChosen: Bool {
    switch self {
    case .mark, .role: true
    default: false
    }
  }

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
    case .superior: "form.superior"
    case .role: "form.role"
    case .tags: "field.tag"
    case .profile(let field): "field.\(field.rawValue)"
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
