/// What a person does, as the table of rights and the audit events name it.
package enum Act: String, Sendable, CaseIterable {
  case see, check, pick, enter, release, swap, note, plan, draft
  case askExtension = "ask_extension"
  case askTakeBack = "ask_take_back"
  case answer
  case takeBack = "take_back"
  case apply
  /// The clerk's special application for an agent (R8.4).
  case applyFor = "apply_for"
  case answerApplication = "answer_application"
  case withdrawApplication = "withdraw_application"
  case confirm, policies
  case setVisitDay = "set_visit_day"
  case keepLists = "keep_lists"
  case change, pair, tell, merge, judge, transfer
  /// Of a do-not-call (R6.3).
  case lift
  case importCustomers = "import"
  /// Bring an order in; confirm, open and renew it; void it (R8.7).
  case order
  case keepOrders = "keep_orders"
  case voidOrder = "void_order"
  case audit, engine, people
  /// Written by the engine alone; nobody has a right to them.
  case warn, fuse
  case flowBack = "flow_back"
  case setUp = "set_up"
}

/// How far a right reaches (R2.2).
package enum Scope: String, Sendable, CaseIterable {
  /// Customers he holds.
  case own
  /// Customers held under his department.
  case subtree
  /// The public sea.
  case sea
  /// Everything in the house.
  case all
}

/// The one table of who may do what, and how far (R2.1, R2.2), as data.
package struct Rights: Sendable {
  private let scopes: [Role: [Act: Set<Scope>]]

  package init(_ grants: [(role: Role, act: Act, scope: Scope)]) {
    var scopes: [Role: [Act: Set<Scope>]] = [:]
    for grant in grants { scopes[grant.role, default: [:]][grant.act, default: []].insert(grant.scope) }
    self.scopes = scopes
  }

  /// How far somebody with these roles may go with this act; empty where he may not at all.
  package func scopes(of act: Act, for roles: Set<Role>) -> Set<Scope> {
    roles.reduce(into: []) { $0.formUnion(scopes[$1]?[act] ?? []) }
  }

  package func allow(_ act: Act, to person: Person) -> Bool {
    person.isActive && person.roles.contains { scopes[$0]?[act] != nil }
  }
}
