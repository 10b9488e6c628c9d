import Domain
import Services

/// Picks a customer of the sea.
struct PickErrand: CustomerErrand {
  let subject: Subject
  /// Whether its number is told at once; of several at a time none is.
  private let tellsNumber: Bool

  init(_ subject: Subject) {
    self.init(subject, tellsNumber: true)
  }

  private init(_ subject: Subject, tellsNumber: Bool) {
    self.subject = subject
    self.tellsNumber = tellsNumber
  }

  static func each(_ subjects: [Subject]) -> Each<PickErrand> {
    Each(subjects.map { PickErrand($0, tellsNumber: subjects.count == 1) })
  }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Newcomer? {
    let pick = PickCustomer(subject.id, showsNumber: tellsNumber)
    let taken = try pick.perform(by: actor, at: now, in: house)
    return tellsNumber ? Newcomer(taken) : nil
  }

  /// W20 for one: the number that shows now, and until when something must be done.
  func report(_ newcomer: Newcomer?, _ context: Context) -> String? {
    let due = newcomer?.due.map { context.wording.due($0, at: context.now) }
    return FittedLine(context).with(subject.name) { name in
      context.words(
        due == nil ? "report.picked.no_clock" : "report.picked",
        ["customer": name, "number": Newcomer.number(of: newcomer, context), "due": due ?? ""])
    }
  }

  // MARK: several

  static let said = "report.picked"

  /// No other customer would fare better.
  static func holdsForAll(_ refusal: Refusal) -> Bool {
    switch refusal {
    case .libraryFull, .dailyLimit, .notAllowed: true
    default: false
    }
  }

  static func nothingDone(_ refusals: Refusals, _ context: Context) -> String {
    let isFull = refusals.contains { if case .libraryFull = $0 { true } else { false } }
    return context.words(
      isFull ? "report.picked.none.full" : "report.picked.none", ["refused": String(refusals.all.count)])
  }

  static func undo(_ done: [(errand: PickErrand, outcome: Newcomer?)]) -> Undo? {
    let subjects = done.map(\.errand.subject)
    return Undo(back: Each(subjects.map { UndoPickErrand(subject: $0) }), again: each(subjects))
  }
}

/// Takes a pick back.
struct UndoPickErrand: CustomerErrand {
  let subject: Subject

  static let said = "report.pick_undone"

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try UndoPick(subject.id).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words("report.pick_undone", ["customer": subject.name])
  }
}

/// What shows of a customer that has just become one's own: the number to call, and until when it is held.
struct Newcomer: Sendable {
  let number: String?
  let due: Instant?

  init(_ taken: TakenCustomer) {
    number = taken.number?.display
    due = taken.due
  }

  static func number(of newcomer: Newcomer?, _ context: Context) -> String {
    newcomer?.number ?? context.words["report.no_number"]
  }
}
