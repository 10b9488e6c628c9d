import Assets
import Domain
import Foundation
import Services
import Storage

/// A house of its own on a fresh base, gone when the test is: one policy, a few people, and a clock that stands until
/// it is set.
package final class TestHouse {
  /// The people every house has. Department 一部 is the manager's, 二部 is beside it, 总部 above both.
  package enum Who: String, CaseIterable, Sendable {
    case admin, manager, zhang, li, director, support, clerk, reception
  }

  package let rules: HouseRules
  package let policy: Policy
  package let path: String
  package let house: House
  package var now: Instant
  private var people: [Who: PersonID] = [:]
  var entered = 0

  /// A Thursday with weekends and no public holiday near: Thursday, 2026-11-26 14:00.
  package static let start = "2026-11-26 14:00"

  package init(_ policy: Policy? = nil, at start: String = TestHouse.start) throws {
    let policy = try policy ?? Policy.channel()
    self.policy = policy
    rules = .shipped(with: policy)
    path = TestHouse.freshPath()
    house = try EmptyBase.house(at: path, by: rules)
    now = try rules.calendar.time(start)
    try settleIn()
  }

  deinit { TestHouse.remove(path) }

  package static func freshPath() -> String { Scratch.path(".db") }

  /// Removes a base and its log.
  package static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }

  private func settleIn() throws {
    let admin = try SetUpHouse(
      policy: policy.name, isSandbox: true, login: "admin", name: "管理员", department: "总部"
    ).perform(at: now, in: house)
    people[.admin] = admin
    for (who, name, department, role) in [
      (Who.manager, "林白露", "一部", Role.manager), (.zhang, "何小满", "一部", .agent),
      (.li, "江立秋", "二部", .agent), (.director, "顾大寒", "总部", .director),
      (.support, "沈清明", "二部", .support), (.clerk, "陆小雪", "一部", .clerk),
      (.reception, "许惊蛰", "一部", .reception),
    ] {
      people[who] = try AddPerson(login: who.rawValue, name: name, department: department, roles: [role])
        .perform(by: admin, at: now, in: house)
    }
  }

  package func id(_ who: Who) -> PersonID { people[who] ?? PersonID(0) }

  package func person(_ who: Who) throws -> Person { try Reading.person(id(who), in: house) }

  /// As a refusal names somebody.
  package func holder(_ who: Who) throws -> Refusal.Holder {
    let person = try person(who)
    return Refusal.Holder(id: person.id, name: person.name, department: person.departmentName)
  }

  // MARK: time

  package var calendar: HouseCalendar { rules.calendar }

  /// `2026-11-26 14:00`, by the clock of the house.
  package func time(_ text: String) throws -> Instant { try calendar.time(text) }

  package func set(_ text: String) throws { now = try time(text) }

  package func pass(days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0) {
    now = now + Int64(((days * 24 + hours) * 60 + minutes) * 60 + seconds)
  }

  // MARK: the base

  /// A second connection to the same base, as another process has it.
  package func store() throws -> Store { Store(try Connection(path: path, access: .write)) }

  /// The same house, as another process works in it.
  package func another() throws -> House {
    try House(path: path, access: .write, rules: rules, origin: "test")
  }
}
