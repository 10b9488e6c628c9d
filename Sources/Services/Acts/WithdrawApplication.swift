import Domain
import Storage

/// The applicant, or who wrote it for him, no longer asks; its name and numbers are free again (R5.8).
package struct WithdrawApplication {
  let application: ApplicationID

  package init(_ application: ApplicationID) {
    self.application = application
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .withdrawApplication, at: now) { unit in
      let asked = try unit.store.applications.require(application)
      guard asked.applicant.id == actor || asked.writer?.id == actor else { throw Refusal.notYourApplication }
      let state = asked.state(at: now)
      guard state == .open || state == .enter else { throw Refusal.application(state) }
      try unit.store.applications.close(application, as: .withdrawn, at: now)
      unit.event.add(["application": String(application.value)])
    }
  }
}
