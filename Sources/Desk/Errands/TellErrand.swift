import Domain
import Services

/// Who has a customer hears what was learned of it (R5.3).
struct TellErrand: Errand {
  let subject: Subject
  let text: String

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try TellHolder(subject.id, text: text).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("report.told", ["customer": subject.name.cut(to: 30)])
  }
}
