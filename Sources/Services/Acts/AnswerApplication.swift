import Domain
import Storage

/// Support's answer (R5.8): the applicant may enter it himself, a customer is given to him, or neither.
package struct AnswerApplication {
  let application: ApplicationID
  let answer: ApplicationAnswer

  package init(_ application: ApplicationID, _ answer: ApplicationAnswer) {
    self.application = application
    self.answer = answer
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Application {
    switch answer {
    case .enter:
      return try house.write(as: actor, .answerApplication, at: now) { unit in
        let asked = try requireOpen(in: unit)
        return try close(asked, seen: try receipt(for: asked, in: unit), in: unit)
      }
    case .grant(let customer):
      return try house.write(as: actor, .answerApplication, on: customer, at: now) { unit, customer in
        let asked = try requireOpen(in: unit)
        let applicant = try unit.person(asked.applicant.id)
        if try unit.isForAnAccount(customer, of: applicant) {
          let account = try unit.openAccount(of: customer, for: applicant)
          let answered = try close(asked, customer: account, in: unit)
          // On record with both.
          try unit.record(
            .answerApplication, on: account, unit.taken(by: applicant, ["account_of": customer.id.code]))
          try unit.record(.answerApplication, on: customer.id, unit.event)
          return answered
        }
        try unit.transfer(customer, to: asked)
        return try close(asked, customer: customer.id, in: unit)
      }
    case .refuse(let reason):
      try NoteCheck.requireReason(reason)
      return try house.write(as: actor, .answerApplication, at: now) {
        try close(requireOpen(in: $0), in: $0)
      }
    }
  }

  private func requireOpen(in unit: WritingUnit) throws -> Application {
    let asked = try unit.store.applications.require(application)
    guard asked.state(at: unit.now) == .open else { throw asked.settled }
    return asked
  }

  /// What support sees as it allows an entry: its answer covers that and nothing else.
  private func receipt(for asked: Application, in unit: WritingUnit) throws -> Receipt {
    let check = CollisionCheck(unit, for: asked.applicant.id)
    let terms = CollisionTerms(asked.entry.query, unit.rules.tables)
    let (hits, hasMore) = try check.findings(terms)
    let receipt = try check.receipt(of: .answerApplication, terms, hits, hasMore: hasMore)
    try unit.store.receipts.add(receipt)
    return receipt
  }

  private func close(
    _ asked: Application, customer: CustomerID? = nil, seen receipt: Receipt? = nil, in unit: WritingUnit
  ) throws -> Application {
    let term = unit.rules.calendar.endOfSupportTerm(from: unit.now)
    let expiry = try isToBeDone(asked, customer, in: unit) ? term : nil
    guard
      try unit.store.applications.answer(
        application, with: answer.state, by: unit.person.id, customer: customer, reason: answer.reason,
        until: expiry, seen: receipt?.code?.text, at: unit.now)
    else { throw Refusal.alreadyAnswered() }
    try unit.store.alerts.add(
      answer.alert, to: asked.applicant.id, about: application, on: customer, due: expiry ?? unit.now,
      at: unit.now)
    unit.event.add([
      "application": String(application.value), "answer": answer.state.rawValue,
      "reason": answer.reason.isEmpty ? nil : answer.reason,
    ])
    return try unit.store.applications.require(application)
  }

  /// An entry, or a name that is to be put right.
  private func isToBeDone(_ asked: Application, _ customer: CustomerID?, in unit: WritingUnit) throws -> Bool
  {
    guard let customer else { return answer == .enter }
    // R9.2: a further account has the name of its customer.
    if try unit.store.customers.require(customer).accountOf != nil { return false }
    let folding = unit.rules.tables.folding
    return try folding.folded(unit.store.customers.require(customer).name)
      != folding.folded(asked.entry.name)
  }
}

extension ApplicationAnswer {
  fileprivate var state: ApplicationState {
    switch self {
    case .enter: .enter
    case .grant: .granted
    case .refuse: .refused
    }
  }

  fileprivate var alert: AlertKind {
    switch self {
    case .enter: .applicationEnter
    case .grant: .applicationGranted
    case .refuse: .applicationRefused
    }
  }

  fileprivate var reason: String {
    if case .refuse(let reason) = self { return reason }
    return ""
  }
}

extension WritingUnit {
  /// Gives a customer to an applicant through the same gate as any other way in (R3.2). Whoever held it until now, and
  /// those above him, are told.
  fileprivate func transfer(_ customer: Customer, to asked: Application) throws {
    let applicant = try person(asked.applicant.id)
    if customer.holder == applicant.id {
      throw Refusal.held(
        by: asked.applicant, since: try store.opportunities.open(of: customer.id)?.enteredAt ?? now)
    }
    let former = try store.opportunities.open(of: customer.id)
    try requireGrantable(customer, to: applicant)
    try handOver(customer, to: applicant, wayIn: .granted)
    // R5.7: support has decided whose it is.
    try store.disputes.settle(of: customer.id, by: try person.id, at: now)
    if let former {
      let department = try person(former.holder).department
      for superior in try store.people.superiors(of: department) where superior != former.holder {
        try store.alerts.add(.transferred, to: superior, about: asked.id, on: customer.id, due: now, at: now)
      }
    }
    event = taken(by: applicant)
  }

  /// No answer moves what somebody holds protected (R5.8).
  private func requireGrantable(_ customer: Customer, to applicant: Person) throws {
    guard let holder = try customer.holder.flatMap({ try store.people.holder($0) }) else { return }
    guard try staysWithItsHolder(customer, against: applicant) else { return }
    throw Refusal.held(
      by: holder, since: try store.opportunities.open(of: customer.id)?.enteredAt ?? now)
  }

  /// Tells those above the applicant.
  func tellManagers(_ kind: AlertKind, about asked: Application, due: Instant) throws {
    let department = try person(asked.applicant.id).department
    for superior in try store.people.superiors(of: department) {
      try store.alerts.add(kind, to: superior, about: asked.id, on: asked.customer, due: due, at: now)
    }
  }
}

extension Application {
  /// That somebody has answered, or that it is over.
  fileprivate var settled: Refusal { .alreadyAnswered(by: answer?.by.name, at: answer?.at) }
}
