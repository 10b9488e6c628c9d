import Domain

extension PolicyReader {
  /// Section 9: every kind of department, with every segment, none missing.
  static func axis(_ file: JSONObject) throws(PolicyProblem) -> ServiceAxis {
    let keys: Set = ["term", "renewal", "protection", "held", "quiet", "table"]
    let axis = try JSONObject(try file.value("service_axis"), path: "service_axis", keys: keys)
    let term = try axis.amount("term", unit: "mo", in: 1...120)
    return ServiceAxis(
      termMonths: term, renewalMonths: try axis.amount("renewal", unit: "mo", in: 0...term),
      protectionMonths: try axis.amount("protection", unit: "mo", in: 0...120),
      heldMonths: try axis.amount("held", unit: "mo", in: 0...120),
      quietMonths: try axis.amount("quiet", unit: "mo", in: 0...120), rows: try rows(axis))
  }

  private static func rows(_ axis: JSONObject) throws(PolicyProblem) -> [ServiceAxis.Row] {
    let kinds = DepartmentKind.allCases
    let table = try JSONObject(
      try axis.value("table"), path: axis.keyPath("table"), keys: Set(kinds.map(\.rawValue)))
    var rows: [ServiceAxis.Row] = []
    for kind in kinds {
      let segments = AxisSegment.allCases
      let row = try JSONObject(
        try table.value(kind.rawValue), path: table.keyPath(kind.rawValue),
        keys: Set(segments.map(\.rawValue)))
      for segment in segments {
        rows.append(ServiceAxis.Row(kind, segment, try row.word(segment.rawValue, as: AxisRuling.self)))
      }
    }
    return rows
  }
}
