import Assets
import Domain
import HouseFixtures

/// The figures of a policy, as the model has them.
package struct ModelRules: Sendable {
  package struct Clock: Sendable {
    package enum Unit: String, Sendable { case days = "d", deskDays = "wd", months = "mo" }
    package let watches: String
    package let count: Int
    package let unit: Unit
    package let repeats: Bool
  }

  package var clocks = [
    Clock(watches: "note", count: 30, unit: .days, repeats: true),
    Clock(watches: "visit", count: 60, unit: .days, repeats: true),
    Clock(watches: "signing", count: 180, unit: .days, repeats: false),
  ]
  package var releaseHour = 24
  package var movesOffRestDays = false
  package var warnings = [7, 3, 1]
  package var tries = 3
  package var capacity = 300
  package var dailyPicks = 20
  package var coolDown = 0
  /// The fuse blows above both: so many of one due day, and such a share of what is held, in percent (R4.13).
  package var fuseCount = 50
  package var fusePercent = 20

  package init() {}

  /// The policy the program is to follow: the shipped one with these figures. ReentryTests look at what a former holder
  /// finds (R4.1).
  package var policy: Policy { get throws { try PolicyReader.read(try json.data) } }

  package var text: String { get throws { String(decoding: try json.data, as: UTF8.self) } }

  private var json: JSON {
    get throws {
      try JSON.channel([
        "clocks": .list(
          clocks.map { .clock($0.watches, "\($0.count)\($0.unit.rawValue)", repeats: $0.repeats) }),
        "release": .release("\(padded(releaseHour, to: 2)):00", restDay: movesOffRestDays ? "move" : "keep"),
        "warnings": .list(warnings.map { .number(Double($0)) }), "renewing_tries": .number(Double(tries)),
        "capacity": .number(Double(capacity)), "daily_picks": .number(Double(dailyPicks)),
        "cool_down": .number(Double(coolDown)), "reentry": "0d",
        "fuse": [
          "count": .number(Double(fuseCount)), "percent": .number(Double(fusePercent)), "behind": "5m",
          "ahead": "15d", "jump": "5m",
        ],
      ])
    }
  }

  /// Channel and dealer as they ship, the figures of direct, and others that bring units and edges close together.
  package static let variants: [ModelRules] = {
    var direct = ModelRules()
    direct.clocks = [Clock(watches: "signing", count: 15, unit: .days, repeats: false)]
    (direct.releaseHour, direct.movesOffRestDays, direct.warnings) = (10, true, [1])
    (direct.capacity, direct.coolDown) = (3, 15)
    (direct.fuseCount, direct.fusePercent) = (1, 30)

    var dealer = ModelRules()
    (dealer.clocks, dealer.warnings, dealer.dailyPicks) = ([], [], 0)

    var units = ModelRules()
    units.clocks = [
      Clock(watches: "note", count: 4, unit: .deskDays, repeats: true),
      Clock(watches: "visit", count: 1, unit: .months, repeats: true),
      Clock(watches: "signing", count: 45, unit: .days, repeats: false),
    ]
    (units.warnings, units.releaseHour, units.capacity) = ([3, 1], 18, 2)
    (units.fuseCount, units.fusePercent) = (0, 50)

    var once = ModelRules()
    once.clocks = [
      Clock(watches: "note", count: 10, unit: .days, repeats: false),
      Clock(watches: "visit", count: 20, unit: .days, repeats: true),
    ]
    (once.warnings, once.movesOffRestDays, once.dailyPicks, once.capacity) = ([5, 2, 1], true, 1, 3)

    var equal = ModelRules()
    equal.clocks = [
      Clock(watches: "visit", count: 7, unit: .days, repeats: true),
      Clock(watches: "note", count: 7, unit: .days, repeats: true),
    ]
    (equal.warnings, equal.tries, equal.coolDown, equal.capacity) = ([1], 0, 3, 2)
    (equal.fuseCount, equal.fusePercent) = (1, 0)
    return [ModelRules(), direct, dealer, units, once, equal]
  }()
}
