import Assets
import Domain
import Services

extension HouseRules {
  /// The house as the program ships it: its policies, rights, calendar and tables.
  package static func shipped() throws -> HouseRules {
    let policies = try ShippedPolicies.names.compactMap { try ShippedPolicies.read($0) }
    // R4.5: one time zone and one calendar a house; the policies that ship agree on them.
    guard let first = policies.first else { throw PolicyProblem("policies", .missing) }
    let days = CalendarTable()
    let calendar = HouseCalendar(
      utcOffset: first.utcOffset, deskHours: first.deskHours, exceptions: days.exceptions,
      tabledYears: days.years)
    return HouseRules(policies: policies, rights: .shipped, calendar: calendar, fuse: first.fuse) { .shipped }
  }
}
