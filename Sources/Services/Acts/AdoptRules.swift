import Domain
import Storage

/// Adopts a version of a policy from a day on (R4.15).
package struct AdoptPolicy {
  let text: String
  let from: Day

  package init(_ text: String, from: Day) {
    self.text = text
    self.from = from
  }

  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Policy {
    let policy = try house.rules.readPolicy(text)
    try house.adopt(policy.name, text, from: from, by: actor, at: now) { unit in
      // R4.5: one time zone a house, wherever it is: its leading policy says which.
      guard
        try policy.utcOffset == unit.rules.calendar.utcOffset
          || unit.store.people.leadingPolicy() == policy.name
      else { throw Refusal.invalidField("utc_offset", .outOfRange) }
    }
    return policy
  }
}

/// Adopts a table of days off and make-up workdays; the years in it replace those the house had (R4.5).
package struct AdoptCalendar {
  let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// - Returns: the years it has.
  @discardableResult
  package func perform(by actor: PersonID, at now: Instant, in house: House) throws -> Set<Int> {
    let days = try house.rules.readCalendar(text)
    try house.adopt(RuleVersions.calendar, text, from: house.rules.calendar.day(of: now), by: actor, at: now)
    return Set(days.keys.map(\.civil.year))
  }
}

/// Gives a department its policy (R4.15): what is open keeps the one it was opened under.
package struct UsePolicy {
  let policy: String
  let department: String

  package init(_ policy: String, in department: String) {
    self.policy = policy
    self.department = department
  }

  package func perform(by actor: PersonID, at now: Instant, in house: House) throws {
    try house.write(as: actor, .policies, at: now) { unit in
      guard unit.rules.hasPolicy(policy) else { throw Refusal.invalidField("policy", .unknown) }
      guard let place = try unit.store.people.department(named: department) else {
        throw Refusal.invalidField("department", .unknown)
      }
      try unit.store.people.setPolicy(policy, of: place)
      unit.event.add(["department": department, "policy": policy])
    }
  }
}

extension House {
  fileprivate func adopt(
    _ name: String, _ text: String, from: Day, by actor: PersonID, at now: Instant,
    provided condition: (WritingUnit) throws -> Void = { _ in }
  ) throws {
    try write(as: actor, .policies, at: now) { unit in
      try condition(unit)
      let calendar = unit.rules.calendar
      guard from >= calendar.day(of: now) else { throw Refusal.invalidField("from", .past) }
      let start = max(calendar.start(of: from), now)
      _ = try unit.store.ruleVersions.add(name, text: text, from: start, by: actor, at: now)
      unit.event.add(["adopted": name, "from": calendar.iso8601(start)])
    }
  }
}
