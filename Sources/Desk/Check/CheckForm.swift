import Domain
import Services
import TerminalKit

/// The fields of the check, which are those of an entry, in the order of Tab.
enum CheckField: String, CaseIterable, Sendable {
  case name, phone, fax, address, mobile, contact, remark
}

/// What is written in the check, and which field has the focus.
struct CheckForm: Sendable {
  private(set) var state = FormState(
    CheckField.allCases.map { FormField($0, label: "") }, limit: 150)

  subscript(field: CheckField) -> String {
    get { state[field] }
    set { state.set(field, to: newValue) }
  }

  func buffer(_ field: CheckField) -> EditBuffer { state.buffers[field] ?? EditBuffer() }

  var focus: CheckField { state.focus ?? .name }
  mutating func focus(on field: CheckField) { state.focus(on: field) }
  mutating func handle(_ event: InputEvent) -> FormState<CheckField>.Outcome { state.handle(event) }

  var isEmpty: Bool { CheckField.allCases.allSatisfy { self[$0].isEmpty } }

  /// What is searched: every key of these fields asks anew.
  var query: CollisionQuery {
    CollisionQuery(
      name: self[.name], phones: numbers(.phone), faxes: numbers(.fax), mobiles: numbers(.mobile),
      address: self[.address])
  }

  /// "None" is an answer, and nothing to search for (R5.9).
  private func numbers(_ field: CheckField) -> [String] {
    texts(field).filter { !CustomerForm.isNone($0) }
  }

  /// Whether there is anything to search.
  var hasTerms: Bool { ![CheckField.name, .phone, .fax, .mobile].allSatisfy(isBlank) }

  /// As it would be entered.
  var customer: CustomerForm {
    CustomerForm(
      name: self[.name], phones: texts(.phone), faxes: texts(.fax), mobiles: texts(.mobile),
      address: self[.address], contact: self[.contact], remark: self[.remark])
  }

  private func texts(_ field: CheckField) -> [String] { isBlank(field) ? [] : [self[field]] }

  /// What an entry still needs (R5.9): "none" is an answer too.
  func missing(_ policy: Policy) -> [CheckField] {
    let missing: [CheckField] = policy.requiredOfCompany.compactMap { required in
      switch required {
      case .name: isBlank(.name) ? .name : nil
      case .address: isBlank(.address) ? .address : nil
      case .landline: isBlank(.phone) ? .phone : nil
      case .fax: isBlank(.fax) ? .fax : nil
      case .mobile: isBlank(.mobile) ? .mobile : nil
      case .landlineOrMobile: isBlank(.phone) && isBlank(.mobile) ? .phone : nil
      }
    }
    return CheckField.allCases.filter(missing.contains)
  }

  /// As it is asked of support.
  var application: Application.Entry {
    Application.Entry(
      name: self[.name], landline: self[.phone], fax: self[.fax], mobile: self[.mobile],
      address: self[.address], remark: self[.remark])
  }

  init() {}

  /// As it was asked of support.
  init(_ entry: Application.Entry) {
    self[.name] = entry.name
    self[.phone] = entry.landline
    self[.fax] = entry.fax
    self[.mobile] = entry.mobile
    self[.address] = entry.address
    self[.remark] = entry.remark
  }

  /// As it was checked.
  init(_ receipt: KeptReceipt) {
    self[.name] = receipt.name
    self[.phone] = receipt.numbers.joined(separator: ", ")
  }

  /// What support needs to know before it answers (R5.8).
  var missingForApplication: [CheckField] {
    [.name, .phone, .fax, .address, .remark].filter(isBlank)
  }

  private func isBlank(_ field: CheckField) -> Bool { self[field].allSatisfy(\.isWhitespace) }
}
