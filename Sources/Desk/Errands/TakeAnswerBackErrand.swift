import Domain
import Services

/// Takes back what was answered to lists: they wait again (R8.2). Of several, one refusal stops none of the others.
struct TakeAnswerBackErrand: Errand {
  private let agents: [Person]

  init(_ agents: [Person]) {
    self.agents = agents
  }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> [Person] {
    var done: [Person] = []
    for agent in agents {
      do {
        try TakeAnswerBack(agent.id).perform(by: actor, at: now, in: house)
        done.append(agent)
      } catch let refusal as Refusal {
        if agents.count == 1 { throw refusal }
      }
    }
    return done
  }

  func report(_ done: [Person], _ context: Context) -> String? {
    if agents.count == 1, let name = done.first?.name {
      return context.words("evening.waits_again", ["name": name])
    }
    return context.words(
      "report.waits_again", ["done": String(done.count), "refused": String(agents.count - done.count)])
  }

  func isInVain(_ done: [Person]) -> Bool { done.isEmpty }
}
