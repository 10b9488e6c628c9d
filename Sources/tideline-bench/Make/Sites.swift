import Assets

/// A place where a company can be: how its name starts, where its address is, how its phones begin.
struct Site: Sendable {
  /// 苏州, 苏州市, 相城区
  let city: String
  let cityInFull: String
  let county: String
  /// 江苏省苏州市相城区
  let address: String
  let areaCode: String
  /// How many digits a number of the area has behind its code.
  let digits: Int
}

/// Every county whose city has an area code, from the program's own tables.
enum Sites {
  static func all() -> [Site] {
    let rows = Table("tables/divisions.tsv").rows.compactMap(Division.init)
    let byCode = Dictionary(rows.map { ($0.code, $0) }) { first, _ in first }
    let areas = pairs("tables/area_places.tsv", 0, 1)
    let digits = pairs("tables/area_codes.tsv", 0, 3)
    return rows.filter { $0.level == 3 }.compactMap { county in
      let (cityCode, provinceCode) = (county.code / 100 * 100, county.code / 10_000 * 10_000)
      guard let province = byCode[provinceCode] else { return nil }
      let city = byCode[cityCode] ?? province
      guard let area = areas["\(county.code)"] ?? areas["\(cityCode)"] ?? areas["\(provinceCode)"]
      else { return nil }
      return Site(
        city: city.short, cityInFull: city.name, county: county.name,
        address: (city.code == province.code ? "" : province.name) + city.name + county.name,
        areaCode: area, digits: digits[area].flatMap { Int($0) } ?? 7)
    }
  }

  private static func pairs(_ table: String, _ key: Int, _ value: Int) -> [String: String] {
    let rows = Table(table).rows.filter { $0.count > max(key, value) }
    return Dictionary(rows.map { (String($0[key]), String($0[value])) }) { first, _ in first }
  }

  private struct Division {
    let code: Int
    let level: Int
    let name: String
    let short: String

    init?(_ row: [Substring]) {
      guard row.count > 3, let code = Int(row[0]), let level = Int(row[1]) else { return nil }
      self.code = code
      self.level = level
      name = String(row[2])
      short = String(row[3])
    }
  }
}
