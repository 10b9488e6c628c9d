import Domain
import Services

/// Makes a customer a house account, which nothing releases (R3.12), or no longer one.
struct HouseAccountErrand: CustomerErrand {
  let subject: Subject
  let isOn: Bool

  static let said = "report.house"

  var saidOfMany: String { isOn ? Self.said : "report.house.off" }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try MarkHouseAccount(subject.id, isOn).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words(saidOfMany, ["customer": subject.name.cut(to: 30)])
  }

  static func undo(_ done: [(errand: HouseAccountErrand, outcome: Void)]) -> Undo? {
    let back = done.map { HouseAccountErrand(subject: $0.errand.subject, isOn: !$0.errand.isOn) }
    return Undo(back: Each(back), again: Each(done.map(\.errand)))
  }
}

/// Puts a customer's name on the list of those who are never picked or entered (R3.12), or takes it off.
struct BlockErrand: CustomerErrand {
  let subject: Subject
  let isOn: Bool

  static let said = "report.block"

  var saidOfMany: String { isOn ? Self.said : "report.block.off" }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try BlockName(subject.name, isOn).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words(saidOfMany, ["customer": subject.name.cut(to: 30)])
  }

  static func undo(_ done: [(errand: BlockErrand, outcome: Void)]) -> Undo? {
    let back = done.map { BlockErrand(subject: $0.errand.subject, isOn: !$0.errand.isOn) }
    return Undo(back: Each(back), again: Each(done.map(\.errand)))
  }
}
