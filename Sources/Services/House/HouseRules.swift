import Domain

/// What holds in the house, whoever asks: policies, rights, calendar and the tables of names and numbers.
package struct HouseRules: Sendable {
  package let policies: [String: Policy]
  package let rights: Rights
  package let calendar: HouseCalendar
  package let fuse: FuseRules
  private let makeTables: @Sendable () -> HouseTables

  /// - Parameter tables: made on first use: most commands, and the first screen, need none of them.
  package init(
    policies: [Policy], rights: Rights, calendar: HouseCalendar, fuse: FuseRules,
    tables: @escaping @Sendable () -> HouseTables
  ) {
    self.policies = Dictionary(policies.map { ($0.name, $0) }) { first, _ in first }
    self.rights = rights
    self.calendar = calendar
    self.fuse = fuse
    makeTables = tables
  }

  package var tables: HouseTables { makeTables() }

  /// A base may name a policy this program does not have: that is a failure, not a reason to keep or lose anybody.
  package func policy(_ name: String) throws -> Policy {
    guard let policy = policies[name] else {
      throw DatabaseFailure.failed(reason: "policy \"\(name)\" is not known")
    }
    return policy
  }
}
