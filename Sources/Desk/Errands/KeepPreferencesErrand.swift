import Domain
import Services

/// Keeps how the person likes the screens.
struct KeepPreferencesErrand: Errand {
  var language: String?
  var drawsLines: Bool?

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try KeepPreferences(language: language, drawsLines: drawsLines).perform(by: actor, at: now, in: house)
  }
}
