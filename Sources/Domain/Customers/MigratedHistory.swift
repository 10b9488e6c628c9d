/// What another system knew of a customer before it came into the house (R12.3). It moves no clock and counts in no
/// report.
package struct MigratedHistory: Sendable, Equatable {
  package let entered: Day?
  package let lastContact: Day?

  package init(entered: Day?, lastContact: Day?) {
    self.entered = entered
    self.lastContact = lastContact
  }
}
