/// What a figure is to reach. A run ends with a line for each that falls short, so that the next slide is seen.
struct Goal {
  enum Measure: String {
    case p50, p95, p99, max

    func value(of samples: Samples) -> Double {
      switch self {
      case .p50: samples.median
      case .p95: samples.at(0.95)
      case .p99: samples.at(0.99)
      case .max: samples.most
      }
    }
  }

  enum Bound {
    /// In the unit of the figure.
    case atMost(Measure, Double)
    /// The median, so many times the floor's of the same run.
    case timesItsFloor(Double)
    /// A rate: at least this share of the floor's.
    case shareOfItsFloor(Double)
  }

  /// The figures whose names begin so.
  let figure: String
  let bound: Bound

  private init(_ figure: String, _ bounds: Bound) {
    self.figure = figure
    bound = bounds
  }

  static let all = [
    Goal("library,", .timesItsFloor(2)),
    Goal("list page (LibraryView)", .timesItsFloor(2)),
    Goal("sea page,", .timesItsFloor(2)),
    Goal("360, held", .timesItsFloor(1.5)),
    Goal("360, in the sea", .timesItsFloor(2)),
    Goal("call list", .atMost(.p95, 15)),
    Goal("call list", .timesItsFloor(3)),
    Goal("evening board,", .atMost(.p50, 50)),
    Goal("evening board,", .timesItsFloor(3)),
    Goal("report,", .atMost(.p50, 1000)),
    Goal("report,", .timesItsFloor(3)),
    Goal("note saved", .timesItsFloor(1.5)),
    Goal("pick", .timesItsFloor(1.5)),
    Goal("sea search,", .atMost(.p50, 5)),
    Goal("sea search,", .atMost(.p99, 50)),
    Goal("collision check", .atMost(.p50, 5)),
    Goal("collision check", .atMost(.p99, 30)),
    Goal("name split", .atMost(.p50, 20)),
    Goal("start: version", .atMost(.p50, 3)),
    Goal("handover", .atMost(.max, 1000)),
    Goal("note beside a handover", .atMost(.p99, 30)),
    Goal("import", .shareOfItsFloor(0.5)),
    Goal("note beside an import", .atMost(.p99, 30)),
    Goal("tick, nothing due", .atMost(.p50, 1)),
    Goal("exec to first full paint", .atMost(.p50, 12)),
    Goal("key to last byte: row down", .atMost(.p50, 0.4)),
    Goal("key to last byte: row down", .atMost(.p95, 0.8)),
    Goal("key to last byte: row down", .atMost(.max, 5)),
    Goal("key to last byte: page down", .atMost(.p50, 1)),
    Goal("200 keys at once: bytes", .atMost(.max, 8000)),
    Goal("2 characters typed to painted", .atMost(.p50, 5)),
    Goal("2 characters typed to painted", .atMost(.max, 50)),
    Goal("cursor,", .atMost(.p99, 16)),
    Goal("echo,", .atMost(.p99, 16)),
    Goal("search, sea", .atMost(.p99, 60)),
    Goal("draft behind the keys", .atMost(.max, 1000)),
    Goal("idle 5 s: CPU", .atMost(.max, 3)),
    Goal("idle 5 s: wake-ups", .atMost(.max, 30)),
    Goal("idle 5 s: bytes", .atMost(.max, 0)),
    Goal("memory, proportional", .atMost(.max, 20)),
    Goal("hang-up to gone", .atMost(.max, 20)),
  ]

  /// A line for each goal that one of the figures falls short of.
  static func shortfalls(of figures: [Figure]) -> [String] {
    figures.flatMap { figure in
      all.filter { figure.name.hasPrefix($0.figure) }.compactMap { $0.shortfall(of: figure) }
    }
  }

  /// Nil where the figure reaches it.
  private func shortfall(of figure: Figure) -> String? {
    let floor = figure.floor.map { "floor \(Figure.text($0.median))" } ?? "no floor"
    let (reached, wanted) = compared(figure)
    guard let reached, let wanted else { return "falls short: \(figure.name): \(floor)" }
    let isReached = if case .shareOfItsFloor = bound { reached >= wanted } else { reached <= wanted }
    if isReached { return nil }
    return "falls short: \(figure.name): \(described(figure, reached)), goal \(Figure.text(wanted)), \(floor)"
  }

  /// What is held against what; nil for a figure that lacks its floor.
  private func compared(_ figure: Figure) -> (reached: Double?, wanted: Double?) {
    switch bound {
    case .atMost(let measure, let most): (measure.value(of: figure.ours), most)
    case .timesItsFloor(let wanted), .shareOfItsFloor(let wanted): (figure.ratio, wanted)
    }
  }

  private func described(_ figure: Figure, _ reached: Double) -> String {
    switch bound {
    case .atMost(let measure, _): "\(measure) \(Figure.text(reached)) \(figure.unit)"
    default: "\(Figure.text(reached)) times its floor (\(Figure.text(figure.ours.median)) \(figure.unit))"
    }
  }
}

/// Prints figures as they come, and in the end what falls short.
final class Report {
  private let isJSON: Bool
  private var figures: [Figure] = []

  init(isJSON: Bool) {
    self.isJSON = isJSON
    if !isJSON { Output.line(Figure.heading) }
  }

  func show(_ figure: Figure) {
    figures.append(figure)
    Output.line(isJSON ? figure.json : figure.line)
  }

  /// Lines of text beside JSON would break its readers: there they go to the standard error.
  func close() {
    for line in Goal.shortfalls(of: figures) { isJSON ? Output.remark(line + "\n") : Output.line(line) }
  }
}
