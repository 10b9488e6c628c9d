import Domain
import Services

/// Takes back what was answered to a list: it waits again (R8.2).
struct TakeAnswerBackErrand: Repeatable {
  private let agent: Person

  init(_ agent: Person) {
    self.agent = agent
  }

  var name: String { agent.name }

  static let said = "evening.waits_again"

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try TakeAnswerBack(agent.id).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words(Self.said, ["name": name])
  }
}
