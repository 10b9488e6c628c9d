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
  package var contacts: [ContactChange] = []
  package var marks: [NumberMarking] = []
  /// What was learned of the buyer; an empty text takes it away (R10.4).
  package var profile: [ProfileField: String] = [:]
  package var tags: [TagChange] = []
  package var stage: StageMove?
  /// Unreachable or unwilling for now (R3.1): it stays held and its clocks run, but nobody is sent to call it.
  package var isInvalid: Bool?

  package init() {}

  /// Tags, stage and state have a way back; of all else what was known before is on record.
  var canBeTakenBack: Bool {
    !isOfIdentity && av.isEmpty && contacts.isEmpty && marks.isEmpty && profile.isEmpty
  }

  /// Whether name, kind, address or numbers are to change, which have to fit together.
  var isOfIdentity: Bool {
    kind != nil || [name, address, industry, remark].contains { $0 != nil }
      || [phones, faxes, mobiles, wechats].contains { !$0.isEmpty }
  }
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

/// A person at a customer, as he is to be from now on; nil for what stays.
package struct ContactChange: Sendable {
  package let name: String
  /// Refused where nobody of this name is known there yet.
  package var isKnown = false
  package var newName: String?
  package var title: String?
  /// To be the main contact, in the place of whoever was.
  package var isMain = false
  /// To be the one who is cared for, in the place of whoever was.
  package var isCare = false
  package var role: DecisionRole?
  /// An empty name: he reports to nobody there.
  package var superior: String?
  /// Contacts who listen to him now, and whether they still do.
  package var listeners: [String: Bool] = [:]

  package init(_ name: String, title: String? = nil, isMain: Bool = false) {
    self.name = name
    self.title = title
    self.isMain = isMain
  }
}

/// A word a customer is found by, to be put on it or taken off.
package struct TagChange: Sendable {
  package let name: String
  package let isOn: Bool

  package init(_ name: String, isOn: Bool) {
    self.name = name
    self.isOn = isOn
  }
}

/// A move to another stage of the sale, and why (R6.6).
package struct StageMove: Sendable {
  package let stage: Int
  package let why: String
  /// It takes a move back, which stands no more.
  var isBack = false

  package init(to stage: Int, why: String = "") {
    self.stage = stage
    self.why = why
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
    /// What takes it back; nil where something was changed that stays, or nothing at all.
    package let reversal: CustomerChange?
    /// It was so already.
    package let isUnchanged: Bool

    /// The collision that support has to judge.
    package var dispute: Dispute? {
      for case .collision(let dispute) in unprotected { return dispute }
      return nil
    }
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Changed {
    try house.write(as: actor, .change, on: customer, leaving: .changes, at: now) { unit, customer in
      let opportunity = try unit.requireHolding(of: customer)
      var changing = CustomerChanging(
        customer, policy: try unit.rules.policy(opportunity.policy), in: unit)
      try changing.apply(change)
      unit.event = changing.detail
      let receipt = try unit.checkAnew(customer.id, changing.searched)
      return Changed(
        receipt: receipt, unprotected: try unit.whyUnprotected(customer.id),
        reversal: changing.detail.isEmpty || !change.canBeTakenBack ? nil : changing.reversal,
        isUnchanged: changing.detail.isEmpty)
    }
  }
}
