/// A signing as the house hears of it (R11.9): whose it is and how much; the customer is told to nobody.
package struct Signing: Sendable, Equatable {
  /// A later one has a higher number.
  package let number: Int64
  package let name: String
  package let department: String
  package let amount: Amount
  /// Who confirmed it knows already.
  package let confirmer: PersonID

  package init(number: Int64, name: String, department: String, amount: Amount, confirmer: PersonID) {
    (self.number, self.name, self.department) = (number, name, department)
    (self.amount, self.confirmer) = (amount, confirmer)
  }
}
