/// A person to talk to at a customer (R10.2). Within one customer the name tells them apart.
package struct Contact: Sendable, Equatable {
  package let name: String
  package let title: String
  /// Whom one asks for first.
  package let isMain: Bool
  /// Who is looked after once the customer has signed.
  package var isCare: Bool
  /// What he does in the decision; nil where nobody knows yet.
  package var role: DecisionRole?
  /// The name of the contact he reports to.
  package var superior: String?
  /// The names of the contacts who listen to him.
  package var influences: [String]

  package init(
    name: String, title: String, isMain: Bool, isCare: Bool = false, role: DecisionRole? = nil,
    superior: String? = nil, influences: [String] = []
  ) {
    self.name = name
    self.title = title
    self.isMain = isMain
    self.isCare = isCare
    self.role = role
    self.superior = superior
    self.influences = influences
  }
}

/// What somebody does in a decision to buy: the buying centre of Webster and Wind (1972), without its initiator, whom a
/// caller rarely learns of. The raw values are part of the command line's contract.
package enum DecisionRole: String, Sendable, CaseIterable {
  case decider, influencer, buyer, user, gatekeeper
}
