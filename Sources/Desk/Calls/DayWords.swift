import Domain
import Services

extension DayCounters {
  /// `有效21/32 AB2/3 新3/5`; on a day of visits `上门6/8 新3/5` (R7.4).
  func line(_ context: Context) -> String {
    let width = context.frame.isWide ? ".wide" : ""
    return context.words(
      (isVisitDay ? "visit_day.counters" : "library.counters") + width,
      [
        "calls": text(.effective), "ab": text(.ab), "new": text(.added), "visits": text(.visits),
      ])
  }

  private func text(_ figure: DayFigure) -> String { "\(count(of: figure))/\(target(of: figure))" }
}
