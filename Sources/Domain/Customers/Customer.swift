/// Where a customer stands in its life (R3.1). The raw values are what the base stores.
package enum CustomerState: String, Sendable, CaseIterable {
  case unassigned, pending, following, signed, invalid, lost, void
  /// Deactivated (停用): set aside until somebody takes it up again (R2.4).
  case inactive

  /// Signed customers take no slot of a library (R3.1).
  package var takesSlot: Bool { self != .signed }

  /// Signed, lost, void and inactive customers have no clocks (R4.10).
  package var hasClocks: Bool { self == .pending || self == .following || self == .invalid }
}

/// A company or a person (R3.10).
package enum CustomerKind: String, Sendable {
  case company, person
}

/// A customer as the whole house knows it: identity and state, without numbers, contacts and history.
package struct Customer: Sendable {
  package let id: CustomerID
  package let kind: CustomerKind
  package let name: String
  package let address: String
  package let industry: String
  package let source: String
  package let remark: String
  package private(set) var state: CustomerState
  package let intent: String
  package let stage: Int
  /// Who holds it; nil in the sea.
  package private(set) var holder: PersonID?
  package private(set) var opportunity: OpportunityID?
  /// The one open next contact (R6.1).
  package private(set) var next: NextContact?
  /// When it came to the sea the last time, or was imported there.
  package private(set) var releasedAt: Instant?
  /// A house account is never released (R3.12).
  package let isHouseAccount: Bool
  /// Who released it by hand at `releasedAt`, and may still take it back (R3.5).
  package private(set) var releasedBy: PersonID?
  /// The company or person that is the same buyer (R3.10).
  package let pair: CustomerID?
  /// The customer it turned out to be (R3.11).
  package let mergedInto: CustomerID?
  /// When a lost one opens to the sea (R3.1).
  package let opensAt: Instant?
  /// The signed customer of which it is a further account (R9.2).
  package let accountOf: CustomerID?

  package init(
    id: CustomerID, kind: CustomerKind, name: String, address: String, industry: String, source: String,
    remark: String, state: CustomerState, intent: String, stage: Int, holder: PersonID?,
    opportunity: OpportunityID?, next: NextContact?, releasedAt: Instant?, releasedBy: PersonID?,
    isHouseAccount: Bool, pair: CustomerID?, mergedInto: CustomerID?, opensAt: Instant? = nil,
    accountOf: CustomerID? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.address = address
    self.industry = industry
    self.source = source
    self.remark = remark
    self.state = state
    self.intent = intent
    self.stage = stage
    self.holder = holder
    self.opportunity = opportunity
    self.next = next
    self.releasedAt = releasedAt
    self.releasedBy = releasedBy
    self.isHouseAccount = isHouseAccount
    self.pair = pair
    self.mergedInto = mergedInto
    self.opensAt = opensAt
    self.accountOf = accountOf
  }

  /// The customer as it is once a rule gave it up at this moment.
  package func flowedBack(at moment: Instant) -> Customer {
    var customer = self
    customer.state = stateInSea
    customer.holder = nil
    customer.opportunity = nil
    customer.next = nil
    customer.releasedAt = moment
    customer.releasedBy = nil
    return customer
  }
}

extension Customer {
  /// Whether release clocks run while it is held (R3.12, R4.10).
  package var hasClocks: Bool { state.hasClocks && !isHouseAccount }

  /// What it is once nobody has it: a further account never comes to the sea (R9.2).
  package var stateInSea: CustomerState { accountOf == nil ? .unassigned : .void }

  /// When it is to be contacted next.
  package var nextContact: Instant? { next?.at }
}

/// What a number is used for.
package enum NumberUse: String, Sendable {
  case phone, fax, mobile
  /// An id is compared like a number (R5.3), and nobody dials it.
  case wechat

  package var isDialled: Bool { self == .phone || self == .mobile }
}

/// What was learned about a number (R6.3).
package enum NumberMark: String, Sendable, CaseIterable {
  case good, dead, wrong, doNotCall = "do_not_call"

  package var isCallable: Bool { self == .good }
}

/// One number of a customer.
package struct CustomerNumber: Sendable, Equatable {
  package let use: NumberUse
  /// As it is shown to its holder, with blanks: `0512-6000 0001 转 8001`.
  package let display: String
  /// As it is dialled and copied: digits alone, without an extension.
  package let dialled: String
  /// As it is shown to everybody else (R2.2): `0512-6****01`.
  package let masked: String
  /// What equality of numbers is decided on (R5.3).
  package let collisionKey: String
  package var mark: NumberMark

  /// Somebody may be called by it: nobody is on a fax.
  package var isCallable: Bool { mark.isCallable && use.isDialled }

  package init(
    use: NumberUse, display: String, dialled: String, masked: String, collisionKey: String, mark: NumberMark
  ) {
    self.use = use
    self.display = display
    self.dialled = dialled
    self.masked = masked
    self.collisionKey = collisionKey
    self.mark = mark
  }
}
