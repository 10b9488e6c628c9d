import Domain
import Services

/// Who asked: what comes of it goes back there, and nowhere else.
enum Asker: Hashable, Sendable {
  case desk
  /// A pane one can go to.
  case base(PaneID)
  /// A pane that was laid over another, by its number.
  case layer(Int)
}

/// An errand or a question on its way to the house, and with what came of it back to who asked.
package struct Job: Sendable {
  enum Lane: Sendable {
    case reading(Search?)
    case writing
  }

  let lane: Lane
  private let asker: Asker?
  private let work: @Sendable (Workplace) -> Settling

  /// What becomes of an outcome, on the desk.
  private typealias Settling = @Sendable (inout DeskState, Asker) -> [Effect]

  private init(_ lane: Lane, asker: Asker?, work: @escaping @Sendable (Workplace) -> Settling) {
    self.lane = lane
    self.asker = asker
    self.work = work
  }

  init<E: Errand>(_ errand: E, then settle: @escaping Follow<E.Outcome> = Job.nothing) {
    self.init(.writing, asker: nil) { place in
      let result = place.run(errand)
      return { desk, asker in desk.settle(errand, result) { settle(&$0, asker, result) } }
    }
  }

  init<Answer>(_ question: Question<Answer>, then settle: @escaping Follow<Answer>) {
    self.init(.reading(question.search), asker: nil) { place in
      let result = place.attempt { try question.read($0, place.actor, place.now) }
      return { desk, asker in desk.settle(question, result) { settle(&$0, asker, result) } }
    }
  }

  /// What who asked makes of it.
  typealias Follow<Value> = @Sendable (inout DeskState, Asker, Result<Value, Trouble>) -> [Effect]

  static func nothing<Value>(_: inout DeskState, _: Asker, _: Result<Value, Trouble>) -> [Effect] { [] }

  /// Whoever hands it on first has asked.
  func asked(by asker: Asker) -> Job { Job(lane, asker: self.asker ?? asker, work: work) }

  /// On the queue of its lane.
  func run(at place: Workplace) -> Reply {
    let (settle, asker) = (work(place), asker ?? .desk)
    return Reply { settle(&$0, asker) }
  }
}

/// What came of a job: the desk takes it, and who asked for it.
package struct Reply: Sendable {
  let settle: @Sendable (inout DeskState) -> [Effect]
}

/// Where a job is done: on a queue with its house, and by whom.
struct Workplace: Sendable {
  let actor: PersonID
  let now: Instant
  private let queue: HouseQueue
  private let drafts: DraftFolder
  /// What calls a search off that is done here.
  private let turn: Interrupter?

  init(
    _ queue: HouseQueue, by actor: PersonID, at now: Instant, drafts: DraftFolder, turn: Interrupter? = nil
  ) {
    self.queue = queue
    self.actor = actor
    self.now = now
    self.drafts = drafts
    self.turn = turn
  }

  func attempt<Value>(_ work: (House) throws -> Value) -> Result<Value, Trouble> {
    queue.attempt { house in
      guard let turn else { return try work(house) }
      return try house.interruptible(by: turn) { try work(house) }
    }
  }

  /// What was written for an errand, until the base has it.
  func keepInFile(_ errand: some Errand) {
    guard let draft = errand.draft else { return }
    _ = drafts.save(draft.text, by: actor, on: draft.customer)
  }

  /// R6.4: what the base can't take of what was written goes to a file, and leaves it again with the next one that the
  /// base takes.
  func run<E: Errand>(_ errand: E) -> Result<E.Outcome, Trouble> {
    let result = attempt { try errand.run(in: $0, by: actor, at: now) }
    guard let draft = errand.draft else { return result }
    guard case .failure(.failed) = result else {
      drafts.drop(by: actor, on: draft.customer)
      return result
    }
    let isKept = drafts.save(draft.text, by: actor, on: draft.customer)
    return isKept ? errand.outcomeInFile.map { .success($0) } ?? result : result
  }
}
