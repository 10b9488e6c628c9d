import Domain

/// What holds in the house, whoever asks: policies, rights, calendar and the tables of names and numbers.
package struct HouseRules: Sendable {
  private let shelf: PolicyShelf
  private var adopted: [String: Policy] = [:]
  package let rights: Rights
  package private(set) var calendar: HouseCalendar
  package private(set) var fuse: FuseRules
  private let reader: RulesReader
  private let makeTables: @Sendable () -> HouseTables

  /// - Parameters:
  ///   - reader: reads the versions a house has adopted over what ships (R4.15).
  ///   - tables: made on first use: most commands, and the first screen, need none of them.
  package init(
    policies: PolicyShelf, rights: Rights, calendar: HouseCalendar, fuse: FuseRules, reader: RulesReader,
    tables: @escaping @Sendable () -> HouseTables
  ) {
    shelf = policies
    self.rights = rights
    self.calendar = calendar
    self.fuse = fuse
    self.reader = reader
    makeTables = tables
  }

  package var tables: HouseTables { makeTables() }

  /// A base may name a policy this program does not have: that is a failure, not a reason to keep or lose anybody.
  package func policy(_ name: String) throws -> Policy {
    guard let policy = try adopted[name] ?? shelf.policy(name) else {
      throw DatabaseFailure.failed(reason: "policy \"\(name)\" is not known")
    }
    return policy
  }

  /// The names of all there are, in order.
  package var policyNames: [String] { Set(shelf.names + adopted.keys).sorted() }

  package func hasPolicy(_ name: String) -> Bool { adopted[name] != nil || shelf.names.contains(name) }

  /// What somebody's department is there for (R2.1): as it says itself, else as its policy does.
  package func departmentKind(of person: Person) throws -> DepartmentKind {
    try person.departmentKind ?? policy(person.policy).departmentKind
  }

  /// The rules with an adopted version in the place of what was there.
  func adopting(_ name: String, _ text: String, isCalendar: Bool) throws -> HouseRules {
    var rules = self
    if isCalendar {
      let days = try reader.calendar(text)
      rules.calendar = calendar.replacing(days)
    } else {
      let policy = try reader.policy(text)
      rules.adopted[name] = policy
      // R4.5: only the policy that leads the house was adopted with another time zone than the house had.
      rules.calendar = calendar.at(utcOffset: policy.utcOffset)
      // The leading policy's fuse and desk hours hold for the whole house.
      guard name == shelf.names.first else { return rules }
      rules.fuse = policy.fuse
      rules.calendar = rules.calendar.open(during: policy.deskHours)
    }
    return rules
  }

  package func readPolicy(_ text: String) throws -> Policy { try reader.policy(text) }

  package func readCalendar(_ text: String) throws -> [Day: Bool] { try reader.calendar(text) }
}

/// Reads policies and working days from their texts; the program's own formats are not the services' affair.
package struct RulesReader: Sendable {
  let policy: @Sendable (String) throws -> Policy
  /// True for a make-up workday, false for a day off.
  let calendar: @Sendable (String) throws -> [Day: Bool]

  package init(
    policy: @escaping @Sendable (String) throws -> Policy,
    calendar: @escaping @Sendable (String) throws -> [Day: Bool]
  ) {
    self.policy = policy
    self.calendar = calendar
  }
}
