import Domain
import Storage

/// What the engine does for applications (R5.8): an answer that was not used in time lapses, and a manager is told of
/// one that support has not answered in its own (R5.7). Where nothing is late nothing is written.
struct LapseApplications {
  let house: House

  func perform(at now: Instant) throws {
    let isAnyLate = try house.read(as: .engine, at: now) { unit in
      let applications = unit.store.applications
      return try !applications.expired(at: now).isEmpty || !applications.late(at: now).isEmpty
    }
    guard isAnyLate else { return }
    try house.write(as: .engine, .answerApplication, leaving: .changes, at: now) { unit in
      for application in try unit.store.applications.expired(at: now) { try unit.close(application) }
      for application in try unit.store.applications.late(at: now) {
        try unit.store.applications.markTold(application.id, at: now)
        try unit.tellManagers(.applicationLate, about: application, due: application.answerBy)
        try unit.record(application, "late")
      }
    }
  }
}

extension WritingUnit {
  fileprivate func close(_ application: Application) throws {
    let state = application.state(at: now)
    try store.applications.close(application.id, as: state, at: now)
    guard state == .lapsed else { return }
    for person in try told(ofLapsed: application) {
      try store.alerts.add(
        .applicationLapsed, to: person, about: application.id, on: application.customer,
        due: application.expiresAt ?? now, at: now)
    }
    try record(application, "lapsed")
  }

  /// R5.8: both sides hear of one that nobody answered; what its applicant did not use is his affair.
  private func told(ofLapsed application: Application) throws -> [PersonID] {
    guard application.isUnanswered else { return [application.applicant.id] }
    let support = try store.people.all().filter { rules.rights.allow(.answerApplication, to: $0) }
    return [application.applicant.id] + support.map(\.id)
  }

  fileprivate func record(_ application: Application, _ what: String) throws {
    try record(
      .answerApplication, on: application.customer,
      EventDetail(["application": String(application.id.value), "answer": what]))
  }
}
