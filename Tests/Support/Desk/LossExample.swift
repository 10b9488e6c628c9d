import Domain

extension DeskFloor {
  /// What left an agent of late: by the clock last night, by the clock long ago and picked by another, by hand.
  package static func losses() throws -> DeskFloor {
    try known("losses") {
      let floor = try DeskFloor()
      for name in ["苏州落霞精密模具有限公司", "常熟秋水精密五金有限公司"] { try floor.enter(name, daysAgo: 31) }
      let old = try floor.enter("太仓长汀精密机械有限公司", daysAgo: 45)
      let given = try floor.enter("昆山鹿鸣精密冲压有限公司", daysAgo: 20)
      for day in stride(from: 45, through: 0, by: -1) { try floor.tick(daysAgo: day) }
      try floor.pick(old, by: .li, daysAgo: 2)
      try floor.release(given, by: .zhang, daysAgo: 3)
      return floor
    }
  }
}
