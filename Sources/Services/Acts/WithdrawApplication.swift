import Domain
import Storage

/// The applicant, or who wrote it for him, no longer asks; its name and numbers are free again (R5.8).
package struct WithdrawApplication {
  let application: ApplicationID

  package init(_ application: ApplicationID) {
    self.application = application
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write { store in
      _ = try Allowance(house).require(actor, .withdrawApplication)
      let asked = try store.applications.require(application)
      guard asked.applicant.id == actor || asked.writer?.id == actor else { throw Refusal.notYourApplication }
      let state = asked.state(at: now)
      guard state == .open || state == .enter else { throw Refusal.application(state) }
      try store.applications.close(application, as: .withdrawn)
      try house.record(
        .withdrawApplication, on: nil, by: actor, at: now,
        EventDetail(["application": String(application.value)]))
    }
  }
}
