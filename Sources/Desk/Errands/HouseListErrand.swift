import Domain
import Services

/// Puts a customer on a list of the house (R3.12), or takes it off.
struct HouseListErrand: CustomerErrand {
  enum List: String, Sendable {
    /// Never released.
    case houseAccounts = "house"
    /// Its name is never picked or entered.
    case blocked = "block"
  }

  let subject: Subject
  let list: List
  let isOn: Bool

  static let said = "report.house"

  var saidOfMany: String { "report.\(list.rawValue)" + (isOn ? "" : ".off") }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    switch list {
    case .houseAccounts: try MarkHouseAccount(subject.id, isOn).perform(by: actor, at: now, in: house)
    case .blocked: try BlockName(subject.name, isOn).perform(by: actor, at: now, in: house)
    }
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words(saidOfMany, ["customer": subject.name.cut(to: 30)])
  }

  static func undo(_ done: [(errand: HouseListErrand, outcome: Void)]) -> Undo? {
    let back = done.map {
      HouseListErrand(subject: $0.errand.subject, list: $0.errand.list, isOn: !$0.errand.isOn)
    }
    return Undo(back: Each(back), again: Each(done.map(\.errand)))
  }
}
