import Domain
import Storage

/// What is to be changed of a customer; nil and empty for what stays. Nothing with history is removed (R2.4): a number
/// that is of no use is marked, and stays.
package struct CustomerChange: Sendable {
  package var kind: CustomerKind?
  package var name: String?
  package var address: String?
  package var industry: String?
  package var remark: String?
  /// An empty text takes a part of the verified identity away.
  package var av: [AVField: String] = [:]
  /// Numbers to be added, each text with one or several of them.
  package var phones: [String] = []
  package var faxes: [String] = []
  package var mobiles: [String] = []
  package var wechats: [String] = []
  /// Contacts to be added; one of the same name gets the new title.
  package var contacts: [Contact] = []
  package var marks: [NumberMarking] = []

  package init() {}
}

/// A number of a customer, as it is dialled, and its new mark.
package struct NumberMarking: Sendable {
  package let dialled: String
  package let mark: NumberMark

  package init(_ dialled: String, _ mark: NumberMark) {
    self.dialled = dialled
    self.mark = mark
  }
}

/// Changes what is known of a customer: its holder does, or a manager above him. A new name, number or verified name is
/// checked at once; with a collision the customer is unprotected until support has judged (R5.7).
package struct ChangeCustomer {
  let customer: CustomerID
  let change: CustomerChange

  package init(_ customer: CustomerID, _ change: CustomerChange) {
    self.customer = customer
    self.change = change
  }

  package struct Changed: Sendable {
    /// Of the check (R5.6); nil where nothing was changed that is checked.
    package let receipt: String?
    /// Why the customer is unprotected now.
    package let unprotected: [Unprotected]

    /// The collision that support has to judge.
    package var dispute: Dispute? {
      for case .collision(let dispute) in unprotected { return dispute }
      return nil
    }
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Changed {
    try house.write(as: actor, .change, on: customer, leaving: .changes, at: now) { unit, customer in
      guard let opportunity = try unit.store.opportunities.open(of: customer.id) else {
        throw try unit.notHeld(customer.id)
      }
      var changing = CustomerChanging(
        customer, policy: try unit.rules.policy(opportunity.policy), in: unit)
      try changing.apply(change)
      unit.event = changing.detail
      let receipt = try unit.checkAnew(customer.id, changing.searched)
      return Changed(receipt: receipt, unprotected: try unit.whyUnprotected(customer.id))
    }
  }
}

/// One change on its way into the base, with what the audit event says of it and what has to be checked.
private struct CustomerChanging {
  private let customer: Customer
  private let policy: Policy
  private let unit: WritingUnit
  private(set) var detail = EventDetail()
  private(set) var searched = SearchedIdentity()

  init(_ customer: Customer, policy: Policy, in unit: WritingUnit) {
    self.customer = customer
    self.policy = policy
    self.unit = unit
  }

  mutating func apply(_ change: CustomerChange) throws {
    try changeIdentity(change)
    for (field, value) in change.av { try verify(field, as: value) }
    for contact in change.contacts { try keep(contact) }
    for marking in change.marks { try mark(marking) }
  }

  // MARK: name, address and numbers

  private mutating func changeIdentity(_ change: CustomerChange) throws {
    let form = CustomerForm(
      kind: change.kind ?? customer.kind, name: change.name ?? customer.name, phones: change.phones,
      faxes: change.faxes, mobiles: change.mobiles, wechats: change.wechats,
      address: change.address ?? customer.address, industry: change.industry ?? customer.industry,
      remark: change.remark ?? customer.remark)
    let known = try unit.store.numbers.list(of: customer.id)
    let new = try CustomerIntake(tables: unit.rules.tables, policy: policy).customer(form, known: known)
    // R3.10: a pair is a company and a person.
    if new.kind != customer.kind && customer.pair != nil { throw Refusal.notAPair }
    note("kind", customer.kind.rawValue, new.kind.rawValue)
    note("name", customer.name, new.name)
    note("address", customer.address, new.address)
    note("industry", customer.industry, new.industry)
    note("remark", customer.remark, new.remark)
    if !detail.isEmpty { try write(new) }
    for number in new.numbers where !known.contains(where: { $0.isSame(as: number) }) {
      try unit.store.numbers.add(number, to: customer.id)
      detail.change("number \(number.display)", from: nil, to: number.mark.rawValue)
      searched.numbers.append(number.display)
    }
  }

  private mutating func write(_ new: NewCustomer) throws {
    if new.folded != unit.rules.tables.folding.folded(customer.name) { searched.names.append(new.name) }
    try unit.reindex(customer.id) {
      try unit.store.customers.change(
        customer.id, to: new, aliases: try unit.store.customers.aliases(of: customer.id))
    }
  }

  // MARK: AV information

  private mutating func verify(_ field: AVField, as text: String) throws {
    var value = PlainText.inOneLine(text)
    if value.utf8.count > NoteCheck.longestLine * 2 { throw Refusal.invalidField(field.rawValue, .tooLong) }
    guard PlainText.isPlain(value) else { throw Refusal.invalidField(field.rawValue, .controlCharacters) }
    if field == .taxNumber && !value.isEmpty {
      guard let number = TaxNumber.normalised(value) else {
        throw Refusal.invalidField(field.rawValue, .unreadable)
      }
      value = number
    }
    let before = try unit.store.avInformation.find(customer.id)[field]
    if before == value { return }
    try unit.store.avInformation.set(field, of: customer.id, to: value)
    note(field.rawValue, before, value)
    // Of the verified identity these two are names by which a company is known.
    if [.licenceName, .invoiceTitle].contains(field) && !value.isEmpty { searched.names.append(value) }
  }

  // MARK: contacts and marks

  private mutating func keep(_ typed: Contact) throws {
    let contact = Contact(
      name: PlainText.inOneLine(typed.name), title: PlainText.inOneLine(typed.title), isMain: typed.isMain)
    if contact.name.isEmpty { throw Refusal.invalidField("contact", .missing) }
    for (field, text) in [("contact", contact.name), ("title", contact.title)] {
      if text.utf8.count > NoteCheck.longestLine { throw Refusal.invalidField(field, .tooLong) }
      guard PlainText.isPlain(text) else { throw Refusal.invalidField(field, .controlCharacters) }
    }
    let before = try unit.store.customers.contacts(of: customer.id).first { $0.name == contact.name }
    try unit.store.customers.keep(contact, of: customer.id)
    detail.change("contact \(contact.name)", from: before?.title, to: contact.title)
    if contact.isMain && before?.isMain != true { note("main_contact", "", contact.name) }
  }

  private mutating func mark(_ marking: NumberMarking) throws {
    guard
      let number = try unit.store.numbers.list(of: customer.id).first(where: { $0.dialled == marking.dialled }
      )
    else { throw Refusal.invalidField("number", .unknown) }
    if number.mark == marking.mark { return }
    // R6.3: that one a manager lifts, with a reason.
    if number.mark == .doNotCall { throw Refusal.notAllowed(.lift) }
    try unit.store.numbers.mark(number.dialled, of: customer.id, as: marking.mark)
    detail.change(
      "number \(number.display)", from: number.mark.rawValue, to: marking.mark.rawValue)
  }

  private mutating func note(_ field: String, _ before: String, _ after: String) {
    detail.change(field, from: before.isEmpty ? nil : before, to: after.isEmpty ? nil : after)
  }
}

extension CustomerNumber {
  fileprivate func isSame(as other: CustomerNumber) -> Bool {
    collisionKey == other.collisionKey && line == other.line
  }
}

extension WritingUnit {
  /// Keeps the search index in step with what changes the names of a customer.
  func reindex(_ customer: CustomerID, _ change: () throws -> Void) throws {
    func grams() throws -> [String] {
      let terms = try store.customers.searchTerms(of: customer)
      return NameTerms.grams(of: terms.name, initials: terms.initials, rules.tables)
    }
    try store.searchIndex.remove(customer, grams: try grams())
    try change()
    try store.searchIndex.add(customer, grams: try grams())
  }
}
