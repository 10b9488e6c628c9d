import Assets
import Domain
import FoundationEssentials
import Services

extension HouseRules {
  /// The house as the program ships it: its policies, rights, calendar and tables.
  package static func shipped() throws -> HouseRules { try made.get() }

  private static let made = Result { try read() }

  private static func read() throws -> HouseRules {
    let policies = PolicyShelf(ShippedPolicies.names, read: ShippedPolicies.read)
    // R4.5: one time zone and one calendar a house; the policies that ship agree on them.
    guard let leading = try policies.names.first.flatMap(policies.policy) else {
      throw PolicyProblem("policies", .missing)
    }
    let days = CalendarTable()
    let calendar = HouseCalendar(
      utcOffset: leading.utcOffset, deskHours: leading.deskHours, exceptions: days.exceptions,
      tabledYears: days.years)
    return HouseRules(
      policies: policies, rights: .shipped, calendar: calendar, fuse: leading.fuse, reader: .shipped
    ) { .shipped }
  }
}

extension RulesReader {
  /// Reads policy files, and tables of `date` and `off` or `work`.
  package static let shipped = RulesReader(
    policy: { try PolicyReader.read(Data($0.utf8)) }, calendar: { try CalendarFile.read($0) })
}
