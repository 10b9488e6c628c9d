import FoundationEssentials

/// One measured figure, beside its floor where it has one.
struct Figure {
  let name: String
  var unit = "ms"
  let ours: Samples
  var floor: Samples?
  /// What else there is to say, in a few words.
  var remark = ""

  /// How many times the floor's median ours is.
  var ratio: Double? {
    guard let floor, floor.median > 0 else { return nil }
    return ours.median / floor.median
  }
}

extension Figure {
  static let heading = Figure.row([
    "figure", "p50", "p95", "p99", "max", "min", "n", "floor p50", "floor min-max", "ratio", "",
  ])

  var line: String {
    let floors = floor.map { [Figure.text($0.median), "\(Figure.text($0.least))-\(Figure.text($0.most))"] }
    return Figure.row(
      [name + (unit == "ms" ? "" : ", \(unit)")]
        + [ours.median, ours.at(0.95), ours.at(0.99), ours.most, ours.least].map(Figure.text)
        + ["\(ours.count)"] + (floors ?? ["-", "-"]) + [ratio.map(Figure.text) ?? "-", remark])
  }

  var json: String {
    let form = Form(
      figure: name, unit: unit, ours: Form.Spread(ours), floor: floor.map(Form.Spread.init), ratio: ratio,
      remark: remark.isEmpty ? nil : remark)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(form)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  private struct Form: Encodable {
    struct Spread: Encodable {
      let n: Int
      let min, p50, p95, p99, max: Double

      init(_ samples: Samples) {
        n = samples.count
        min = samples.least
        p50 = samples.median
        p95 = samples.at(0.95)
        p99 = samples.at(0.99)
        max = samples.most
      }
    }

    let figure: String
    let unit: String
    let ours: Spread
    let floor: Spread?
    let ratio: Double?
    let remark: String?
  }

  private static func row(_ cells: [String]) -> String {
    let widths = [34, 9, 9, 9, 9, 9, 6, 10, 17, 7, 0]
    return zip(cells, widths).enumerated().map { index, cell in
      let blanks = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return index == 0 ? cell.0 + blanks : blanks + (cell.1 == 0 ? "  " : "") + cell.0
    }.joined()
  }

  /// Three digits that say something.
  static func text(_ value: Double) -> String {
    if value >= 100 { return String(Int(value.rounded())) }
    let places = value >= 10 ? 10.0 : value >= 1 ? 100.0 : 1000.0
    let scaled = Int((value * places).rounded())
    let digits = String(scaled % Int(places))
    let zeros = String(repeating: "0", count: String(Int(places)).count - 1 - digits.count)
    return "\(scaled / Int(places)).\(zeros)\(digits)"
  }
}
