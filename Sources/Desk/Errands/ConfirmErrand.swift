import Domain
import Services

/// Lets what a blown fuse holds back go to the sea (R4.13).
struct ConfirmReleasesErrand: Errand {
  /// Only what was shown then.
  let shownAt: Instant

  /// - Returns: how many went.
  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Int {
    try ConfirmReleases(shownAt: shownAt).perform(by: actor, at: now, in: house)
  }

  func report(_ count: Int, _ context: Context) -> String? {
    context.words("report.confirmed", ["count": String(count)])
  }
}

/// Lets what is about to flow back do so, however much it is (R4.13).
struct ConfirmForecastErrand: Errand {
  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try ConfirmForecast().perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? { context.words["report.forecast_confirmed"] }
}
