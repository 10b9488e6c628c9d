import Domain
import Services

extension DayCounters {
  /// `有效21/32 AB2/3 新3/5`; on a day of visits `上门6/8 新3/5` (R7.4).
  func line(_ context: Context) -> String {
    let width = context.frame.isWide ? ".wide" : ""
    return context.words(
      (isVisitDay ? "visit_day.counters" : "library.counters") + width,
      [
        "calls": text(.effective, context), "ab": text(.ab, context), "new": text(.added, context),
        "visits": text(.visits, context),
      ])
  }

  /// From the evening on what falls short wears its sign, where there is room for it.
  private func text(_ figure: DayFigure, _ context: Context) -> String {
    let isShort =
      context.frame.isWide && EveningPane.hasBegun(context) && shortfalls.contains(figure)
    return "\(count(of: figure))/\(target(of: figure))\(isShort ? "<" : "")"
  }
}
