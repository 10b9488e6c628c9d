import Domain

extension DeskFloor {
  /// The library of the pictures: every state a row can be in, seen on a Thursday afternoon.
  package static func example(_ policy: [String: JSON] = [:]) throws -> DeskFloor {
    try known("example \(policy)") {
      let floor = try DeskFloor(policy)
      try floor.enterDueOnes()
      try floor.enterFollowedOnes()
      for day in [7, 6, 3, 2, 1, 0] { try floor.tick(daysAgo: day) }
      return floor
    }
  }

  private func enterDueOnes() throws {
    let first = try enter("苏州日东精密电子有限公司", by: .zhou, daysAgo: 60, mobile: "13900000012")
    try note(first, by: .zhou, daysAgo: 45, "采购钱先生: 比价中, 对方低2000, 要写清服务差异", intent: "0")
    try release(first, by: .zhou, daysAgo: 31)
    try pick(first, by: .zhang, daysAgo: 30)
    try note(try enter("昆山青苇包装有限公司", daysAgo: 31), daysAgo: 30, "要样品", intent: "C")
    try note(
      try enter("无锡拾光纺织有限公司", daysAgo: 59), daysAgo: 14, "约了上门", .appointment, intent: "B",
      next: rules.calendar.moment(rules.calendar.day(of: now), minute: 990))
    let late = try enter("吴江知秋五金制品厂", daysAgo: 40)
    try note(late, daysAgo: 27, "下个月再谈", intent: "C", next: moment(daysAgo: -4, hour: 15))
  }

  private func enterFollowedOnes() throws {
    for (index, name) in ["张家港远帆泵业有限公司", "苏州半夏食品有限公司", "相城江雪印刷有限公司"].enumerated() {
      let customer = try enter(name, daysAgo: 24 - index * 3)
      if index != 1 { try note(customer, daysAgo: 21 - index * 6, "在比较", intent: index == 0 ? "B" : "C") }
    }
    try enter("常熟溪山电缆有限公司", daysAgo: 2)
  }

  /// A day on which more was done than a screen shows.
  package static func busyDay() throws -> DeskFloor {
    try known("busyDay") {
      let floor = try example()
      for number in 1...30 { try floor.enter("苏州潮音\(number)号包装有限公司", by: .zhang, daysAgo: 0) }
      return floor
    }
  }
}
