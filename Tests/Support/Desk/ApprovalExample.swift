import Domain
import Services

extension DeskFloor {
  /// What a manager finds: two extensions of his own people, one for more days than he may grant, a take-back, and one
  /// of another department, which is none of his.
  package static func requests() throws -> DeskFloor {
    try known("requests") {
      let floor = try DeskFloor()
      let flowed = try floor.enter("苏州落霞精密模具有限公司", daysAgo: 31)
      let mine = try floor.enter("昆山青苇包装有限公司", daysAgo: 30)
      let more = try floor.enter("无锡拾光纺织有限公司", by: .wang, daysAgo: 28)
      let other = try floor.enter("太仓听澜机械有限公司", by: .li, daysAgo: 29)
      for day in stride(from: 7, through: 0, by: -1) { try floor.tick(daysAgo: day) }
      try floor.askBack(flowed)
      try floor.ask(mine, days: 5, "等预算")
      try floor.ask(more, by: .wang, days: 12, "年底前定供应商")
      try floor.ask(other, by: .li, days: 3)
      return floor
    }
  }

  /// Sixty-one due on one night: more than the fuse lets go unasked.
  package static func flood() throws -> DeskFloor {
    try known("flood") {
      let floor = try DeskFloor()
      for number in 1...61 { try floor.enter("苏州潮音\(number)号精密机械有限公司", daysAgo: 30) }
      for day in stride(from: 7, through: 0, by: -1) { try floor.tick(daysAgo: day) }
      return floor
    }
  }
}
