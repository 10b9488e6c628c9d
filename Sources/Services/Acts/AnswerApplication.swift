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
      try house.write { _ in
        try close(try requireOpen(by: actor, at: now, in: house), by: actor, at: now, in: house)
      }
    case .grant(let customer):
      try house.write(on: customer, at: now) { store, customer in
        let asked = try requireOpen(by: actor, at: now, in: house)
        let detail = try house.transfer(customer, to: asked, at: now)
        try close(asked, by: actor, customer: customer.id, detail, at: now, in: house)
      }
    case .refuse(let reason):
      if reason.isBlank { throw Refusal.invalidField("reason", .missing) }
      if reason.utf8.count > NoteCheck.longestLine * 5 { throw Refusal.invalidField("reason", .tooLong) }
      try house.write { _ in
        try close(try requireOpen(by: actor, at: now, in: house), by: actor, at: now, in: house)
      }
    }
    return try house.store.applications.require(application)
  }

  private func requireOpen(by actor: PersonID, at now: Instant, in house: House) throws -> Application {
    _ = try Allowance(house).require(actor, .answerApplication)
    let asked = try house.store.applications.require(application)
    guard asked.state(at: now) == .open else { throw Refusal.alreadyAnswered }
    return asked
  }

  private func close(
    _ asked: Application, by actor: PersonID, customer: CustomerID? = nil,
    _ detail: EventDetail = EventDetail(), at now: Instant, in house: House
  ) throws {
    let term = house.rules.calendar.endOfSupportTerm(from: now)
    let expiry = try isToBeDone(asked, customer, in: house) ? term : nil
    guard
      try house.store.applications.answer(
        application, with: answer.state, by: actor, customer: customer, reason: answer.reason, until: expiry,
        at: now)
    else { throw Refusal.alreadyAnswered }
    try house.store.alerts.add(
      answer.alert, to: asked.applicant.id, about: application, on: customer, due: expiry ?? now, at: now)
    var detail = detail
    detail.add([
      "application": String(application.value), "answer": answer.state.rawValue,
      "reason": answer.reason.isEmpty ? nil : answer.reason,
    ])
    try house.record(.answerApplication, on: customer, by: actor, at: now, detail)
  }

  /// An entry, or a name that is to be put right.
  private func isToBeDone(_ asked: Application, _ customer: CustomerID?, in house: House) throws -> Bool {
    guard let customer else { return answer == .enter }
    let folding = house.rules.tables.folding
    return try folding.folded(house.store.customers.require(customer).name)
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

extension House {
  /// Gives a customer to an applicant through the same gate as any other way in (R3.2). Whoever held it until now, and
  /// those above him, are told.
  fileprivate func transfer(_ customer: Customer, to asked: Application, at now: Instant) throws
    -> EventDetail
  {
    let applicant = try store.people.require(asked.applicant.id)
    if customer.holder == applicant.id {
      throw Refusal.held(
        by: asked.applicant, since: try store.opportunities.open(of: customer.id)?.enteredAt ?? now)
    }
    let former = try store.opportunities.open(of: customer.id)
    try handOver(customer, to: applicant, wayIn: .granted, at: now)
    if let former {
      let department = try store.people.require(former.holder).department
      for superior in try store.people.superiors(of: department) where superior != former.holder {
        try store.alerts.add(.transferred, to: superior, about: asked.id, on: customer.id, due: now, at: now)
      }
    }
    return taken(by: applicant)
  }

  /// Tells those above the applicant.
  func tellManagers(_ kind: AlertKind, about asked: Application, due: Instant, at now: Instant) throws {
    let department = try store.people.require(asked.applicant.id).department
    for superior in try store.people.superiors(of: department) {
      try store.alerts.add(kind, to: superior, about: asked.id, on: asked.customer, due: due, at: now)
    }
  }
}
