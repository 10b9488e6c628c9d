import Domain
import Services

/// Enters a customer that is new to the house.
struct EnterErrand: Errand {
  let form: CustomerForm
  /// With the leave of support's answer, where there is one.
  let application: ApplicationID?
  /// In a full library instead of this one (R3.4).
  var released: Subject?

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> CustomerID {
    try EnterCustomer(form, application: application, releasing: released?.id)
      .perform(by: actor, at: now, in: house)
  }

  func report(_ id: CustomerID, _ context: Context) -> String? {
    guard let released else {
      return context.words("report.entered", ["customer": form.name.cut(to: 40), "code": id.code])
    }
    return context.words(
      "report.entered.instead",
      ["customer": form.name.cut(to: 24), "code": id.code, "old": released.name.cut(to: 16)])
  }

  /// The entry stays: what made room for it can only come back where there is room again.
  func undo(_ id: CustomerID) -> Undo? {
    released.map {
      Undo(back: UndoReleaseErrand(subject: $0), again: ReleaseErrand(subject: $0, reason: .other))
    }
  }
}
