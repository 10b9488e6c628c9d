import Domain

extension PolicyReader {
  static func when(_ file: JSONObject) throws(PolicyProblem) -> WhenDefaults {
    let keys: Set = [
      "day_starts", "small_hours", "morning", "noon", "afternoon", "evening", "before_closing", "furthest",
    ]
    let when = try JSONObject(try file.value("when"), path: "when", keys: keys)
    return WhenDefaults(
      dayMinute: try when.minute("day_starts"), smallHours: try smallHours(when),
      morning: try span("morning", when),
      noon: try span("noon", when), afternoon: try span("afternoon", when),
      evening: try span("evening", when),
      beforeClosing: try when.amount("before_closing", unit: "m", in: 0...480),
      furthestMonths: try when.amount("furthest", unit: "mo", in: 1...120), vocabulary: .standard)
  }

  /// `1-7`: bare hours that are in the afternoon.
  private static func smallHours(_ when: JSONObject) throws(PolicyProblem) -> ClosedRange<Int> {
    let ends = try when.text("small_hours").split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, 1 <= ends[0], ends[0] <= ends[1], ends[1] <= 11 else {
      throw PolicyProblem(when.keyPath("small_hours"), .expected("hours like 1-7"))
    }
    return ends[0]...ends[1]
  }

  /// A part of the day: what its word alone means, and from when to when it lasts.
  private static func span(_ key: String, _ when: JSONObject) throws(PolicyProblem) -> WhenDefaults.Span {
    let span = try JSONObject(try when.value(key), path: when.keyPath(key), keys: ["means", "from", "to"])
    let (means, from, to) = (try span.minute("means"), try span.minute("from"), try span.minute("to"))
    guard from <= to, (from...to).contains(means) else {
      throw PolicyProblem(span.keyPath("means"), .expected("a time between from and to"))
    }
    return WhenDefaults.Span(start: means, minutes: from...to)
  }
}
