import Domain
import Services

/// Puts a customer on tomorrow's list (R7.5).
struct ListErrand: CustomerErrand {
  let subject: Subject

  static let said = "report.listed"

  init(_ subject: Subject) {
    self.subject = subject
  }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> ListFigures {
    try AddToTomorrow(subject.id).perform(by: actor, at: now, in: house)
  }

  func report(_ figures: ListFigures, _ context: Context) -> String? {
    FittedLine(context).with(subject.name) {
      ListWords.text("report.listed", figures, context, ["customer": $0])
    }
  }

  static func undo(_ done: [(errand: ListErrand, outcome: ListFigures)]) -> Undo? {
    Undo(back: UnlistErrand(done.map(\.errand.subject.id)), again: Each(done.map(\.errand)))
  }
}
