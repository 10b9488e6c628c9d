import Domain

/// What happened to a customer between its import and now.
struct Life {
  /// When it came into the house.
  let createdAt: Instant
  let holding: Holding?

  struct Holding {
    /// The number of an agent.
    let agent: Int
    let enteredAt: Instant
    /// Oldest first.
    let notes: [(at: Instant, entry: NoteEntry)]
    let end: (at: Instant, reason: EndReason)?
  }
}

/// Draws lives, such that nobody who is held now is due yet.
struct LifeMaker {
  private static let day = 86_400
  /// Of customers in the sea, how many in a hundred were held before.
  private static let formerlyHeld = 40
  /// Of those that are held, how many in a hundred were contacted today, and of the others within ten days.
  private static let contacted = (today: 15, lately: 80)

  private let now: Instant
  private let agents: Int
  /// Of a holding.
  private let notesEach: Int
  private var numbers: SeededNumbers
  private let talk: NoteTalk

  init(now: Instant, agents: Int, notesEach: Int, seed: UInt64) {
    self.now = now
    self.agents = agents
    self.notesEach = notesEach
    numbers = SeededNumbers(seed: seed)
    talk = NoteTalk()
  }

  /// In the sea: never held, or given up or flowed back some time in the last two years.
  mutating func inTheSea() -> Life {
    let createdAt = ago(days: 30...900)
    guard numbers.percent(LifeMaker.formerlyHeld) else { return Life(createdAt: createdAt, holding: nil) }
    let ended = max(createdAt + Int64(20 * LifeMaker.day), ago(days: 0...720)) - 3600
    let endedAt = min(ended, now - 3600)
    let enteredAt = endedAt - seconds(5 * LifeMaker.day...19 * LifeMaker.day)
    let reason: EndReason =
      numbers.percent(60)
      ? .released(numbers.one(of: ReleaseReason.allCases) ?? .other) : .flowedBack(clocks: ["note"])
    return Life(
      createdAt: createdAt,
      holding: Life.Holding(
        agent: numbers.below(agents), enteredAt: enteredAt, notes: notes(from: enteredAt, to: endedAt),
        end: (endedAt, reason)))
  }

  /// Held by this agent: clocks run 30 days from a note or the entry, 60 from the entry or a visit.
  mutating func held(by agent: Int) -> Life {
    let isPending = numbers.percent(20)
    let enteredAt = isPending ? ago(days: 0...29) : ago(days: 29...55)
    let lastAt = max(enteredAt, lastContact())
    return Life(
      createdAt: enteredAt - seconds(0...800 * LifeMaker.day),
      holding: Life.Holding(
        agent: agent, enteredAt: enteredAt, notes: isPending ? [] : notes(from: enteredAt, to: lastAt),
        end: nil))
  }

  private mutating func lastContact() -> Instant {
    if numbers.percent(LifeMaker.contacted.today) { return now - seconds(0...8 * 3600) }
    return ago(days: numbers.percent(LifeMaker.contacted.lately) ? 0...9 : 0...29)
  }

  /// The last of them at the end.
  private mutating func notes(from start: Instant, to end: Instant) -> [(at: Instant, entry: NoteEntry)] {
    let span = Int(end - start)
    let between = (1..<max(1, notesEach)).map { _ in start + Int64(numbers.below(span)) }
    return (between.sorted() + [end]).map { ($0, talk.entry(at: $0, using: &numbers)) }
  }

  private mutating func ago(days: ClosedRange<Int>) -> Instant {
    now - seconds(days.lowerBound * LifeMaker.day...days.upperBound * LifeMaker.day)
  }

  private mutating func seconds(_ range: ClosedRange<Int>) -> Int64 { Int64(numbers.within(range)) }
}
