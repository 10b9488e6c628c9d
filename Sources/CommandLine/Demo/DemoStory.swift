import Domain

/// What happened to the customers of the demo floor: who picked which, when they were called, who gave it up.
struct DemoStory {
  /// Days before today; 0 is today.
  typealias DaysAgo = Int

  enum Deed {
    case pick
    case note(grade: String)
    case visit
    case release(ReleaseReason)
    /// More time is asked for (R4.8).
    case ask(days: Int, reason: String)
    /// An order that the clerk types in and confirms; where it is opened, so many days before today.
    case sign(opened: DaysAgo?)
  }

  struct Step {
    /// The place of the customer in the table of demo customers.
    let customer: Int
    let agent: String
    let daysAgo: DaysAgo
    let minute: Int
    let deed: Deed
  }

  /// In the order in which they happened.
  static let steps: [Step] =
    (ownCustomers + othersCustomers + formerCustomers + signedCustomers + teamCustomers + forTheManager)
    .sorted {
      ($1.daysAgo, $0.minute, $0.customer) < ($0.daysAgo, $1.minute, $1.customer)
    }

  /// What the visitor's manager is needed for: a customer that the clock took from her last midnight (R4.16), and one her
  /// colleague wants more time for.
  private static let forTheManager = [
    Step(customer: 274, agent: DemoFloor.visitor, daysAgo: 31, minute: 600, deed: .pick),
    Step(
      customer: 134, agent: "fangxiazhi", daysAgo: 1, minute: 1020, deed: .ask(days: 5, reason: "等对方批预算")),
  ]

  /// The visitor's library: when the last thing happened to each decides when it flows back, 30 days later. A few are
  /// due today and in the days of the warnings; the rest is spread over the month.
  private static let ownCustomers: [Step] = (0..<87).flatMap { index -> [Step] in
    let due = index < 9 ? [0, 0, 1, 2, 2, 3, 6, 7, 7][index] : 8 + (index * 7) % 23
    return held(index, by: DemoFloor.visitor, lastTouched: 30 - due)
  }

  private static let othersCustomers: [Step] = (87..<200).flatMap { index in
    held(index, by: DemoFloor.agents[1 + index % 3].login, lastTouched: 2 + (index * 5) % 27)
  }

  /// What the lists of the visitor's team are filled from: most were never reached, every ninth is worth a call.
  static let teamCustomers: [Step] = (300..<532).flatMap { index -> [Step] in
    let (place, agent) = DemoStory.place(of: index)
    let (picked, minute) = (4 + place * 5 % 23, 545 + (index * 37) % 480)
    let pick = Step(customer: index, agent: agent, daysAgo: picked, minute: minute, deed: .pick)
    if place % 4 == 1 && place % 9 != 0 {
      return [
        pick,
        Step(customer: index, agent: agent, daysAgo: picked - 2, minute: minute, deed: .note(grade: "new")),
      ]
    }
    guard place % 9 == 0 else { return [pick] }
    let grade = place % 2 == 0 ? "B" : "C"
    return [
      pick,
      Step(customer: index, agent: agent, daysAgo: picked - 2, minute: minute, deed: .note(grade: grade)),
    ]
  }

  /// The how-manieth of his team's agent a customer is, and who that is.
  private static func place(of index: Int) -> (Int, String) {
    ((index - 300) / DemoFloor.team.count, DemoFloor.team[(index - 300) % DemoFloor.team.count].login)
  }

  /// Picked and given up by hand of late, or picked long ago and lost to the clock: what makes the sea worth searching.
  private static let formerCustomers: [Step] = (200..<262).flatMap { index -> [Step] in
    let agent = DemoFloor.agents[1 + index % 3].login
    let isReleased = index % 2 == 1
    let picked = isReleased ? 16 + index % 9 : 84 - index % 20
    let held = [
      Step(customer: index, agent: agent, daysAgo: picked, minute: 540 + index % 60, deed: .pick),
      Step(
        customer: index, agent: agent, daysAgo: picked - 3, minute: 600 + index % 300,
        deed: .note(grade: ["C", "new", "B"][index % 3])),
    ]
    guard isReleased else { return held }
    let reason = ReleaseReason.allCases[index % ReleaseReason.allCases.count]
    return held + [
      Step(
        customer: index, agent: agent, daysAgo: index % 13, minute: 560 + index % 240, deed: .release(reason))
    ]
  }

  /// In each segment of the service axis: not opened yet, in service, in the renewal, in its protection, and after that.
  private static let signedCustomers: [Step] = [
    nil, 20, 150, 250, 330, 400, 600, 800, 180, 260, 380, nil,
  ].enumerated().flatMap { place, opened in
    let index = 262 + place
    let agent = place < 8 ? DemoFloor.visitor : DemoFloor.agents[1 + place % 3].login
    return [
      Step(customer: index, agent: agent, daysAgo: 45 - place, minute: 600 + place * 20, deed: .pick),
      Step(
        customer: index, agent: agent, daysAgo: 25 - place, minute: 610 + place * 20, deed: .note(grade: "A")),
      Step(
        customer: index, agent: agent, daysAgo: 24 - place, minute: 620 + place * 20,
        deed: .sign(opened: opened)),
    ]
  }

  /// Picked some time before, or on the very day, where nobody has called yet.
  private static func held(_ index: Int, by agent: String, lastTouched daysAgo: DaysAgo) -> [Step] {
    let minute = 545 + (index * 37) % 480
    if index % 3 == 0 {
      return [Step(customer: index, agent: agent, daysAgo: daysAgo, minute: minute, deed: .pick)]
    }
    let picked = min(daysAgo + 4 + index % 18, 84)
    var steps = [
      Step(customer: index, agent: agent, daysAgo: picked, minute: minute, deed: .pick),
      Step(customer: index, agent: agent, daysAgo: daysAgo, minute: minute, deed: .note(grade: grade(index))),
    ]
    if index % 4 == 1 {
      steps.insert(
        Step(
          customer: index, agent: agent, daysAgo: daysAgo + 2, minute: minute,
          deed: index % 8 == 1 ? .visit : .note(grade: "new")), at: 1)
    }
    return steps
  }

  private static func grade(_ index: Int) -> String {
    ["new", "B", "new", "A", "new", "C", "B"][index % 7]
  }
}
