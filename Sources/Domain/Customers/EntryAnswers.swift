/// The numbers somebody said a customer does not have: "none" is an answer where a policy asks for one (R5.9).
package struct EntryAnswers: OptionSet, Sendable {
  package let rawValue: Int
  package static let noLandline = EntryAnswers(rawValue: 1)
  package static let noFax = EntryAnswers(rawValue: 2)
  package static let noMobile = EntryAnswers(rawValue: 4)

  package init(rawValue: Int) { self.rawValue = rawValue }
}

extension Policy {
  /// Which numbers are asked for before entry and known neither as a number nor as none, in the order of the policy.
  package func missingNumbers(
    of kind: CustomerKind, _ numbers: [CustomerNumber], _ answers: EntryAnswers
  ) -> [EntryField] {
    let required = kind == .company ? requiredOfCompany : requiredOfPerson
    let asked: [EntryField: (NumberUse, EntryAnswers)] = [
      .landline: (.phone, .noLandline), .fax: (.fax, .noFax), .mobile: (.mobile, .noMobile),
    ]
    return required.filter { field in
      guard let (use, none) = asked[field] else { return false }
      return !answers.contains(none) && !numbers.contains { $0.use == use }
    }
  }
}
