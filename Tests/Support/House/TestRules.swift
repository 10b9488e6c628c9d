import Assets
import Domain
import Foundation
import Services

extension HouseRules {
  /// What ships, with this policy alone.
  package static func shipped(with policy: Policy) -> HouseRules {
    HouseRules(
      policies: PolicyShelf([policy]), rights: .shipped, calendar: .shipped(for: policy), fuse: policy.fuse,
      reader: reader
    ) { .shipped }
  }

  private static let reader = RulesReader(
    policy: { try PolicyReader.read(Data($0.utf8)) }, calendar: { try CalendarFile.read($0) })
}

extension HouseCalendar {
  private static let table = CalendarTable()

  /// The calendar that ships, with the offset and the hours of a policy.
  package static func shipped(for policy: Policy) -> HouseCalendar {
    HouseCalendar(
      utcOffset: policy.utcOffset, deskHours: policy.deskHours, exceptions: table.exceptions,
      tabledYears: table.years)
  }

  package func time(_ text: String) throws -> Instant {
    struct Unreadable: Error { let text: String }
    guard let moment = moment(iso8601: text) else { throw Unreadable(text: text) }
    return moment
  }
}
