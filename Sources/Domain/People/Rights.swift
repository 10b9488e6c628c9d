/// What a person does, as the table of rights and the audit events name it.
package enum Act: String, Sendable, CaseIterable {
  case see, check, pick, enter, release, swap, note, plan, draft
  /// A number of one's own customer (R6.7).
  case dial
  /// The clerk's entry for an agent (R2.2).
  case enterFor = "enter_for"
  case askExtension = "ask_extension"
  case askTakeBack = "ask_take_back"
  case askLost = "ask_lost"
  case askVoid = "ask_void"
  case askCooperation = "ask_coop"
  case answer
  case takeBack = "take_back"
  case apply
  /// The clerk's special application for an agent (R8.4).
  case applyFor = "apply_for"
  case answerApplication = "answer_application"
  case withdrawApplication = "withdraw_application"
  case confirm, policies
  /// Say that the clock of the host is right (R4.13).
  case mendClock = "mend_clock"
  case setVisitDay = "set_visit_day"
  /// Fill and change the list of the next desk day; hand it in, and take it back (R7.5).
  case prepareList = "prepare_list"
  case submitList = "submit_list"
  /// Look into the lists of the agents, and pass them or send them back (R8.2); say who stands in for whom (R2.6).
  case passList = "pass_list"
  case returnList = "return_list"
  case cover
  /// What a month asks of persons and departments (R8.5).
  case setTarget = "set_target"
  /// Phrases and scripts of a department (R6.7).
  case teamTexts = "team_texts"
  /// The names that are never picked or entered; the customers that are never released (R3.12).
  case keepLists = "keep_lists"
  case keepHouseAccounts = "keep_house_accounts"
  /// Set a customer aside, and take it up again (R2.4).
  case void, deactivate, reactivate
  /// Name who helps with a customer, and end that (R3.8).
  case cooperate = "coop"
  case endCooperation = "end_coop"
  case change, pair, tell, merge, judge, transfer
  /// Of everything of one person (R2.6).
  case handover
  /// Of a person to another department (R4.15).
  case movePerson = "move_person"
  /// Take a document out of the house (R10.3, R12.4).
  case saveDocument = "save_document"
  /// Keep what is to be done for a customer (R10.5).
  case task
  /// Of a do-not-call (R6.3).
  case lift
  case importCustomers = "import"
  /// Bring an order in; confirm, open and renew it; void it (R8.7).
  case order
  case keepOrders = "keep_orders"
  /// Say that an order was handed in earlier than it is typed in (R8.6).
  case stateSubmission = "state_submission"
  case voidOrder = "void_order"
  case audit, engine, people
  /// How one likes one's own screens.
  case preferences
  /// Written by the engine alone; nobody has a right to them.
  case warn, fuse
  case flowBack = "flow_back"
  /// Written where a manager agrees that a customer is lost (R3.9).
  case lost
  case setUp = "set_up"
}

/// How far a right reaches (R2.2).
package enum Scope: String, Sendable, CaseIterable {
  /// Customers he holds.
  case own
  /// Customers held under his department.
  case subtree
  /// Customers he helps with (R3.8).
  case helped
  /// What those may reach for whom he stands in today (R2.6).
  case covered
  /// The public sea.
  case sea
  /// Everything in the house.
  case all
}

/// The one table of who may do what, and how far (R2.1, R2.2), as data.
package struct Rights: Sendable {
  package typealias Grant = (role: Role, act: Act, scope: Scope)

  /// A hundred lines, walked through: quicker than to fill and ask the sets of a dictionary.
  private let grants: [Grant]

  package init(_ grants: [Grant]) {
    self.grants = grants
  }

  /// How far somebody with these roles may go with this act; empty where he may not at all.
  package func scopes(of act: Act, for roles: Set<Role>) -> Set<Scope> {
    Set(grants.lazy.filter { $0.act == act && roles.contains($0.role) }.map(\.scope))
  }

  package func allow(_ act: Act, to person: Person) -> Bool {
    person.isActive && grants.contains { $0.act == act && person.roles.contains($0.role) }
  }

  /// Whether his right to this reaches what is held under his department.
  package func allowBelow(_ act: Act, to person: Person) -> Bool {
    person.isActive && scopes(of: act, for: person.roles).contains(.subtree)
  }
}
