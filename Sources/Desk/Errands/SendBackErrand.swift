import Domain
import Services

/// Sends a list back to its agent, with a remark that he reads at once (R8.2).
struct SendBackErrand: Errand {
  let line: EveningLine
  let remark: String

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try ReturnList(line.id, remark: remark, version: line.version).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("report.sent_back", ["name": line.agent.name])
  }

  func undo(_: Void) -> Undo? { Undo(back: TakeAnswerBackErrand(line.agent), again: self) }

  var reasonAgainstAgain: String? { "evening.answer_again" }
}
