/// Orders that wait for a clerk.
extension DeskFloor {
  /// Two to be confirmed, and one to be opened.
  package static func orders() throws -> DeskFloor {
    try known("orders") {
      let floor = try DeskFloor()
      try floor.hire(.lu)
      let first = try floor.enter("苏州日东精密电子有限公司", daysAgo: 12)
      let second = try floor.enter("昆山青苇包装有限公司", daysAgo: 10)
      try floor.order(first, yuan: 12_800)
      try floor.order(try floor.enter("无锡拾光纺织有限公司", by: .wang, daysAgo: 9), by: .wang, yuan: 3_000)
      try floor.order(second, yuan: 9_600, confirmedBy: .lu)
      return floor
    }
  }
}
