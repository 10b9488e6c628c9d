import Domain
import HouseFixtures

extension DeskFloor {
  /// What an agent finds when he prepares the next day: three of his own to fill a list of five from, by three reasons,
  /// one of a level that does not count, and the sea with two of class 0.
  package static func tomorrow(customers: Int = 5, new: Int = 2) throws -> DeskFloor {
    try known("tomorrow \(customers) \(new)") {
      let floor = try DeskFloor([
        "tomorrow": .object(["customers": .number(Double(customers)), "new": .number(Double(new))])
      ])
      try floor.fillOwn()
      for (index, name) in ["苏州落霞精密模具有限公司", "常熟秋水精密五金有限公司", "苏州澄明精密电子有限公司"].enumerated() {
        let id = try floor.enter(name, by: .zhou, daysAgo: 20 - index, intent: index == 2 ? "B" : "0")
        try floor.release(id, by: .zhou, daysAgo: index + 1)
      }
      return floor
    }
  }

  private func fillOwn() throws {
    let planned = try enter("常熟溪山电缆有限公司", daysAgo: 20)
    try note(planned, daysAgo: 14, "", .noAnswer, next: moment(daysAgo: -1, hour: 15))
    let tried = try enter("相城暮云五金制品商行", daysAgo: 28)
    try note(tried, daysAgo: 26, "五个时段都试过", .noAnswer)
    try note(try enter("苏州晚照橡塑有限公司", daysAgo: 22), daysAgo: 20, "", .busy)
    try note(try enter("无锡拾光纺织有限公司", daysAgo: 18), daysAgo: 3, "要样品", intent: "C")
  }
}
