import Domain
import Services

/// Changes, pairs, merges and judgements in a word each.
extension TestHouse {
  @discardableResult
  package func change(
    _ customer: CustomerID, by who: Who = .zhang, _ edit: (inout CustomerChange) -> Void
  ) throws -> ChangeCustomer.Changed {
    var change = CustomerChange()
    edit(&change)
    return try ChangeCustomer(customer, change).perform(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func rename(
    _ customer: CustomerID, _ name: String, by who: Who = .zhang
  ) throws -> ChangeCustomer.Changed {
    try change(customer, by: who) { $0.name = name }
  }

  @discardableResult
  package func addNumber(
    _ customer: CustomerID, _ phone: String, by who: Who = .zhang
  ) throws -> ChangeCustomer.Changed {
    try change(customer, by: who) { $0.phones = [phone] }
  }

  package func mark(
    _ customer: CustomerID, _ dialled: String, _ mark: NumberMark, by who: Who = .zhang
  ) throws {
    try change(customer, by: who) { $0.marks = [NumberMarking(dialled, mark)] }
  }

  package func judge(_ customer: CustomerID, _ judgement: Judgement, by who: Who = .support) throws {
    try JudgeCollision(customer, judgement).perform(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func merge(_ one: CustomerID, _ other: CustomerID, by who: Who = .support) throws -> CustomerID {
    try MergeCustomers(one, other).perform(by: id(who), at: now, in: house)
  }

  package func pair(_ one: CustomerID, _ other: CustomerID, by who: Who = .zhang) throws {
    try PairCustomers(one, other).perform(by: id(who), at: now, in: house)
  }

  package func unpair(_ customer: CustomerID, by who: Who = .zhang) throws {
    try UnpairCustomer(customer).perform(by: id(who), at: now, in: house)
  }

  package func tell(_ customer: CustomerID, _ text: String, numbers: [String] = [], by who: Who = .li) throws
  {
    try TellHolder(customer, text: text, numbers: numbers).perform(by: id(who), at: now, in: house)
  }

  /// Leaves a customer of somebody's unprotected: a number of it is the director's customer's too (R5.7).
  package func expose(_ customer: CustomerID, of who: Who = .li) throws {
    let twin = try self.customer(in: .library(of: .director))
    let number = try view(twin, as: .director).numbers.first?.dialled ?? ""
    try addNumber(customer, number, by: who)
  }

  package func isUnprotected(_ customer: CustomerID) throws -> Bool {
    try view(customer, as: .director).dispute != nil
  }

  /// A person, who is known by a mobile.
  package func person(
    _ name: String = "钱立春", in place: Place = .library(of: .zhang), mobile: String = "13900000012"
  ) throws -> CustomerID {
    var form = self.form(name)
    form.kind = .person
    form.phones = []
    form.mobiles = [mobile]
    guard case .library(let who) = place else { return try customer(name, in: .sea, phone: mobile) }
    return try enter(form, by: who)
  }

  /// Whether a word finds a customer in the sea.
  package func isFound(_ customer: CustomerID, by word: String) throws -> Bool {
    var terms = SeaTerms()
    terms.text = word
    let page = try SeaPage.read(terms, after: nil, limit: 99, by: id(.director), at: now, in: house)
    return page.rows.contains { $0.id == customer }
  }
}
