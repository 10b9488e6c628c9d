import Domain
import HouseFixtures
import Services

extension DeskFloor {
  /// The evening of a team whose lists hold three: one is in and whole, one is short and not in.
  package static func evening() throws -> DeskFloor {
    try known("evening") {
      let floor = try DeskFloor([
        "tomorrow": .object(["customers": 3, "new": 0]),
        "targets": .object(["effective_calls": 1, "ab_customers": 0, "new_customers": 0]),
      ])
      let names = ["常熟溪山电缆有限公司", "相城暮云五金制品商行", "苏州晚照橡塑有限公司", "无锡芦汀仪表有限公司"]
      for (index, name) in names.enumerated() {
        try floor.enter(name, by: index < 3 ? .zhang : .wang, daysAgo: 9)
      }
      try floor.note(try floor.customer("溪山"), daysAgo: 0, hour: 10, "采购说下周定")
      try floor.prepare(by: .zhang)
      return floor
    }
  }

  /// A day of notes with hardly a word in them, by more agents than fit a screen.
  package static func oddDay() throws -> DeskFloor {
    try known("oddDay") {
      let floor = try evening(of: 30, saying: "好")
      try floor.note(try floor.customer("溪山"), daysAgo: 0, hour: 11, "嗯")
      return floor
    }
  }

  /// The same, with so many more agents whose lists are in and whole.
  package static func evening(of count: Int, saying text: String = "要看样品") throws -> DeskFloor {
    try known("evening of \(count) \(text)") {
      let floor = try evening()
      for number in 1...count { try floor.hire("agent\(number)", "销售\(number)", saying: text) }
      return floor
    }
  }

  /// Fills the list of the next desk day and hands it in, just now.
  package func prepare(by agent: Agent, reason: String = "") throws {
    try prepare(by: id(agent), reason: reason)
  }
}

extension DeskFloor {
  private func prepare(by agent: PersonID, reason: String) throws {
    try FillTomorrow().perform(by: agent, at: now, in: house)
    try SubmitTomorrow(reason: reason).perform(by: agent, at: now, in: house)
  }

  /// An agent of the manager's, with three customers on a list that is in.
  private func hire(_ login: String, _ name: String, saying text: String) throws {
    guard let admin = try Reading.firstAdministrator(in: house) else { throw Refusal.unknownPerson("admin") }
    let id = try AddPerson(login: login, name: name, department: "三部", roles: [.agent])
      .perform(by: admin.id, at: moment(daysAgo: 30), in: house)
    for number in 1...3 {
      let customer = try enter("苏州潮音\(login)\(number)号精密机械有限公司", by: id, daysAgo: 9)
      try WriteNote(
        NoteEntry(outcome: .connected, text: text.count > 3 ? "\(text)\(number)" : text), on: customer
      )
      .perform(by: id, at: moment(daysAgo: 0), in: house)
    }
    try prepare(by: id, reason: "")
  }
}
