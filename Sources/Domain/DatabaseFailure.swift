/// The base can't be used, or not now: no rule said no. Worded at the edge.
package enum DatabaseFailure: Error, Sendable, Equatable {
  case missing(path: String)
  case exists(path: String)
  case notADatabase(path: String)
  case newerVersion(path: String, found: Int, known: Int)
  /// The base or its log was moved, deleted or replaced while it was open: what goes into it is lost.
  case moved(path: String)
  case readOnly
  case locked
  case full
  case cannotOpen(path: String, reason: String)
  /// Anything else SQLite says; a broken file shows here too.
  case failed(reason: String)
  /// A query of the screen was called off because a newer one is wanted.
  case interrupted
}
