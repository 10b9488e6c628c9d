/// What is asked about a buyer, in five levels, the first contact's first (R10.4). The raw values are part of the command
/// line's contract.
package enum ProfileField: String, Sendable, CaseIterable {
  case name, sex
  case place, product, competitor, source
  case numbers, use, purchase
  case industry, job, employer
  case address, birthday, age, payment, wishes

  package static let levels: [[ProfileField]] = [
    [.name, .sex], [.place, .product, .competitor, .source], [.numbers, .use, .purchase],
    [.industry, .job, .employer], [.address, .birthday, .age, .payment, .wishes],
  ]

  /// The rest stands elsewhere with the customer: its address, its numbers, its contacts.
  package static let kept: [ProfileField] = [
    .sex, .product, .competitor, .use, .purchase, .employer, .birthday, .age, .payment, .wishes,
  ]
}

/// What is known of a buyer.
package struct CustomerProfile: Sendable, Equatable {
  private var values: [ProfileField: String]

  /// - Parameter kept: what is kept as it was told, without empty texts.
  package init(_ kept: [ProfileField: String] = [:]) {
    values = kept
  }

  /// The same with what stands elsewhere: a company is its people's employer, and the main contact has name and title.
  package func completed(
    by customer: Customer, _ contacts: [Contact], hasNumber: Bool
  ) -> CustomerProfile {
    let person = contacts.first(where: \.isMain) ?? contacts.first
    let isPerson = customer.kind == .person
    var whole = self
    whole[.name] = isPerson ? customer.name : person?.name ?? ""
    whole[.place] = Place.short(ofAddress: customer.address)
    whole[.source] = customer.source
    whole[.numbers] = hasNumber ? customer.id.code : ""
    whole[.industry] = customer.industry
    whole[.job] = person?.title ?? ""
    whole[.address] = customer.address
    if !isPerson { whole[.employer] = customer.name }
    return whole
  }

  /// Empty where it is not known.
  package subscript(field: ProfileField) -> String {
    get { values[field] ?? "" }
    set { values[field] = newValue.isEmpty ? nil : newValue }
  }

  package func knows(_ field: ProfileField) -> Bool { values[field] != nil }

  package var known: Int { values.count }

  /// How many of the five levels are known whole.
  package var levels: Int { ProfileField.levels.filter { $0.allSatisfy(knows) }.count }

  /// What is not known yet, the first level's first.
  package var missing: [ProfileField] { ProfileField.allCases.filter { !knows($0) } }
}
