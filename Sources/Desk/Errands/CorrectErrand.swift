import Domain
import Services

/// Puts the text of a customer's last note right (R6.5).
struct CorrectErrand: Errand {
  let text: String
  let subject: Subject

  var about: Subject? { subject }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try CorrectNote(lastOf: subject.id, text: text).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("note.corrected", ["code": subject.name.cut(to: 30)])
  }
}
