import Domain
import Services

/// Reports of 90 days over the whole house, each beside its own statements bare, and what opens behind their
/// figures, the floor just now, and the signs of a week.
struct ReportBench {
  let base: BenchBase
  private static let days = 90

  func figures() throws -> [Figure] {
    let (director, views) = (try base.director, try ViewComparison(base))
    let today = base.rules.calendar.day(of: base.now)
    guard let span = ReportSpan(from: today - (ReportBench.days - 1), to: today) else { return [] }
    let reports = try ReportKind.allCases.map { kind in
      try views.figure("report, \(kind.rawValue), \(ReportBench.days) days", rounds: 12, readers: [director])
      {
        _ = try Services.Report.read(kind, by: nil, during: span, for: $0, at: base.now, in: $1)
      }
    }
    let signs = try views.figure("signs of a week", rounds: 12, readers: [director]) {
      _ = try SuspicionView.read(by: $0, during: today - 6...today, at: base.now, in: $1)
    }
    return try reports + [signs] + behind(span, director, views)
  }

  /// What opens behind a figure, and the floor.
  private func behind(
    _ span: ReportSpan, _ director: PersonID, _ views: ViewComparison
  ) throws -> [Figure] {
    let cells: [(ReportKind, ReportFigure)] = [
      (.calls, .effective), (.funnel, .reached), (.plans, .planned), (.dormant, .silent),
    ]
    let lists = try cells.map { kind, figure in
      try views.figure("list behind \(kind.rawValue), \(figure.rawValue)", rounds: 12, readers: [director]) {
        _ = try ReportList.read(
          behind: figure, of: nil, in: kind, by: nil, during: span, for: $0, at: base.now, in: $1)
      }
    }
    let board = try views.figure("wallboard", rounds: 12, readers: [director]) {
      _ = try Wallboard.read(by: $0, at: base.now, in: $1)
    }
    return lists + [board]
  }
}
