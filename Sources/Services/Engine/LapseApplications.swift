import Domain
import Storage

/// What the engine does for applications (R5.8): an answer that was not used in time lapses, and a manager is told of
/// one that support has not answered in its own (R5.7). Where nothing is late nothing is written.
struct LapseApplications {
  let house: House

  func perform(at now: Instant) throws {
    let applications = house.store.applications
    if try applications.expired(at: now).isEmpty && applications.late(at: now).isEmpty { return }
    try house.write { store in
      for application in try store.applications.expired(at: now) { try close(application, at: now) }
      for application in try store.applications.late(at: now) {
        try store.applications.markTold(application.id, at: now)
        try house.tellManagers(.applicationLate, about: application, due: application.answerBy, at: now)
        try record(application, "late", at: now)
      }
    }
  }

  private func close(_ application: Application, at now: Instant) throws {
    let state = application.state(at: now)
    try house.store.applications.close(application.id, as: state)
    guard state == .lapsed else { return }
    try house.store.alerts.add(
      .applicationLapsed, to: application.applicant.id, about: application.id, on: application.customer,
      due: application.expiresAt ?? now, at: now)
    try record(application, "lapsed", at: now)
  }

  private func record(_ application: Application, _ what: String, at now: Instant) throws {
    try house.record(
      .answerApplication, on: application.customer, by: nil, at: now,
      EventDetail(["application": String(application.id.value), "answer": what]))
  }
}
