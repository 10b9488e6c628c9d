/// What is to be done for a customer that has signed, and by when (*policy*).
package struct SignedRules: Sendable, Equatable {
  /// How a customer comes to a renewal department when its renewal begins (R9.3).
  package enum Renewal: String, Sendable, CaseIterable {
    case evenly
    case byHand = "by_hand"
    case never
  }

  /// Days from the confirmation of an order to the first return call (R4.3); nil where none is asked for.
  package let returnCallDays: Int?
  /// An order that is not opened so many calendar months after its submission is flagged (R4.3); nil for never.
  package let oldOrderMonths: Int?
  package let renewal: Renewal

  package init(returnCallDays: Int?, oldOrderMonths: Int?, renewal: Renewal) {
    self.returnCallDays = returnCallDays
    self.oldOrderMonths = oldOrderMonths
    self.renewal = renewal
  }

  /// The last day for the return call of an order that was confirmed on this day.
  package func returnCallDay(confirmedOn day: Day) -> Day? { returnCallDays.map { day + $0 } }

  package func isOld(submittedOn day: Day, on today: Day) -> Bool {
    oldOrderMonths.map { day.adding(months: $0) < today } ?? false
  }
}
