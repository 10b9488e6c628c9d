import Domain
import Storage

/// One change on its way into the base, with what the audit event says of it and what has to be checked.
struct CustomerChanging {
  let customer: Customer
  let policy: Policy
  let unit: WritingUnit
  var detail = EventDetail()
  private(set) var searched = SearchedIdentity()
  /// What takes tags, stage and state back to what they were.
  var reversal = CustomerChange()

  init(_ customer: Customer, policy: Policy, in unit: WritingUnit) {
    self.customer = customer
    self.policy = policy
    self.unit = unit
  }

  mutating func apply(_ change: CustomerChange) throws {
    if change.isOfIdentity { try changeIdentity(change) }
    for (field, value) in change.av { try verify(field, as: value) }
    for contact in change.contacts { try keep(contact) }
    for marking in change.marks { try mark(marking) }
    for (field, value) in change.profile { try learn(field, value) }
    for tag in change.tags { try keep(tag) }
    if let move = change.stage { try take(move) }
    if let isInvalid = change.isInvalid { try take(isInvalid: isInvalid) }
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
    try keep(new.answers)
    for number in new.numbers where !known.contains(where: { $0.isSame(as: number) }) {
      try unit.store.numbers.add(number, to: customer.id)
      detail.change("number \(number.display)", from: nil, to: number.mark.rawValue)
      searched.numbers.append(number.display)
    }
  }

  /// R5.9: "none" answers what the import left open.
  private mutating func keep(_ answers: EntryAnswers) throws {
    guard let known = try unit.store.customers.importedAnswers(customer.id), !known.isSuperset(of: answers)
    else { return }
    try unit.store.customers.set(known.union(answers), of: customer.id)
    for (answer, field) in [(EntryAnswers.noLandline, "landline"), (.noFax, "fax"), (.noMobile, "mobile")]
    where answers.contains(answer) && !known.contains(answer) {
      detail.change(field, from: nil, to: "none")
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

  // MARK: marks

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

  mutating func note(_ field: String, _ before: String, _ after: String) {
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
