import Domain
import Services

/// Lets every agent prepare his lists as the acts do: the one of today, which was passed the evening before, and the one
/// of the next desk day, which waits for its answer.
struct ListMaker {
  let house: House
  let director: PersonID
  let agents: [PersonID]

  func make(at now: Instant) throws {
    let calendar = house.rules.calendar
    let today = calendar.day(of: now)
    if calendar.isDeskDay(today) {
      let evening = calendar.moment(calendar.deskDay(before: today), minute: 17 * 60)
      for agent in try submit(at: evening) {
        try PassList(agent).perform(by: director, at: evening, in: house)
      }
    }
    _ = try submit(at: now)
  }

  /// - Returns: who had anybody to put on a list.
  private func submit(at now: Instant) throws -> [PersonID] {
    try agents.filter { agent in
      guard try !FillTomorrow().perform(by: agent, at: now, in: house).added.isEmpty else { return false }
      try SubmitTomorrow(reason: "新的不够").perform(by: agent, at: now, in: house)
      return true
    }
  }
}
