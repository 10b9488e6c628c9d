import Domain
import HouseFixtures

extension DeskFloor {
  /// The sea of the pictures: released and flowed back, by two departments, some of them keen, one that must not be
  /// called; and a small library of one's own.
  package static func sea(_ policy: [String: JSON] = [:]) throws -> DeskFloor {
    try known("sea \(policy)") {
      let floor = try DeskFloor(policy)
      try floor.fillSea()
      try floor.fillLibrary()
      return floor
    }
  }

  private static let offered: [(name: String, place: String, industry: String, intent: String)] = [
    ("苏州澄明精密电子有限公司", "江苏省苏州市工业园区", "精密电子", "B"),
    ("昆山汀兰精密电子有限公司", "江苏省昆山市", "精密电子", "C"),
    ("苏州落霞精密模具有限公司", "江苏省苏州市吴中区", "模具", "0"),
    ("常熟秋水精密五金有限公司", "江苏省常熟市", "五金", "0"),
    ("苏州听雨精密仪器有限公司", "江苏省苏州市相城区", "仪器", "A"),
    ("太仓长汀精密机械有限公司", "江苏省太仓市", "机械", "C"),
    ("昆山杏林塑料制品有限公司", "江苏省昆山市", "塑料制品", "0"),
    ("苏州南浦工程塑料有限公司", "江苏省苏州市虎丘区", "工程塑料", "B"),
  ]

  private func fillSea() throws {
    for (index, row) in DeskFloor.offered.enumerated() {
      let agent: Agent = index % 3 == 2 ? .li : .zhou
      let id = try enter(
        row.name, by: agent, daysAgo: 40 - index, intent: row.intent, address: row.place + "潮声路",
        industry: row.industry)
      if index % 2 == 0 { try note(id, by: agent, daysAgo: 20, "比价中", intent: row.intent) }
      try release(id, by: agent, daysAgo: index + 1)
    }
    let silent = try enter(
      "张家港临川精密铸造有限公司", by: .zhou, daysAgo: 30, phone: "0512-60009000", address: "江苏省张家港市潮声路")
    try note(silent, by: .zhou, daysAgo: 12, "不要再打", .doNotCall, number: "051260009000")
    try release(silent, by: .zhou, daysAgo: 11)
  }

  private func fillLibrary() throws {
    let tried = try enter("相城暮云五金制品商行", daysAgo: 29)
    for day in [20, 18, 15] { try note(tried, daysAgo: day, "", .noAnswer) }
    try note(
      try enter("昆山棠梨印刷有限公司", daysAgo: 26), daysAgo: 10, "拒绝了", .refused,
      next: moment(daysAgo: -4, hour: 15))
    try note(try enter("苏州寒塘物流有限公司", daysAgo: 20), daysAgo: 8, "要样品", .connected, intent: "C")
    try enter("太仓烟渚建材有限公司", daysAgo: 5)
  }
}
