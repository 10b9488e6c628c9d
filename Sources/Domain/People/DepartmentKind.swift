/// What a department is there for (R2.1): the service axis is read differently by each (section 9). The raw values are
/// part of the command line's contract.
package enum DepartmentKind: String, Sendable, CaseIterable {
  case channel, direct, dealer
  /// Who wins signed customers for another term.
  case renewal
  /// Who looks after signed customers meanwhile.
  case service
}
