import Domain
import Services

/// Takes customers off tomorrow's list (R7.5).
struct UnlistErrand: Errand {
  private let customers: [CustomerID]
  /// Who they are, where they can be put on again.
  private let subjects: [Subject]

  init(_ subjects: [Subject]) {
    self.subjects = subjects
    customers = subjects.map(\.id)
  }

  /// As the undo of what put them there.
  init(_ customers: [CustomerID]) {
    self.customers = customers
    subjects = []
  }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> ListFigures {
    try DropFromTomorrow(customers).perform(by: actor, at: now, in: house)
  }

  func report(_ figures: ListFigures, _ context: Context) -> String? {
    guard customers.count == 1, let only = subjects.first else {
      return ListWords.text("report.unlisted.many", figures, context, ["count": String(customers.count)])
    }
    return FittedLine(context).with(only.name) {
      ListWords.text("report.unlisted", figures, context, ["customer": $0])
    }
  }

  func undo(_ figures: ListFigures) -> Undo? {
    subjects.isEmpty ? nil : Undo(back: Each(subjects.map { ListErrand($0) }), again: self)
  }
}
