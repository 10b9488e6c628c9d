import Domain
import Services

/// What agents do for the next day, in a word each.
extension TestHouse {
  package func tomorrow(of who: Who = .zhang) throws -> TomorrowView {
    try TomorrowView.read(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func fillTomorrow(by who: Who = .zhang) throws -> FillTomorrow.Filled {
    try FillTomorrow().perform(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func addTomorrow(_ customer: CustomerID, by who: Who = .zhang) throws -> ListFigures {
    try AddToTomorrow(customer).perform(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func dropTomorrow(_ customers: [CustomerID], by who: Who = .zhang) throws -> ListFigures {
    try DropFromTomorrow(customers).perform(by: id(who), at: now, in: house)
  }

  @discardableResult
  package func submitTomorrow(reason: String = "", by who: Who = .zhang) throws -> SubmitTomorrow.Submitted {
    try SubmitTomorrow(reason: reason).perform(by: id(who), at: now, in: house)
  }

  package func withdrawTomorrow(by who: Who = .zhang) throws {
    try WithdrawTomorrow().perform(by: id(who), at: now, in: house)
  }

  /// Ours, at that moment.
  package func plan(_ customer: CustomerID, _ moment: String, by who: Who = .zhang) throws {
    try PlanContact(try time(moment), with: customer).perform(by: id(who), at: now, in: house)
  }

  /// Agreed with the customer.
  package func agree(_ customer: CustomerID, _ moment: String, by who: Who = .zhang) throws {
    try write(
      NoteEntry(outcome: .appointment, text: "约好", nextContact: try time(moment)), on: customer, by: who)
  }
}
