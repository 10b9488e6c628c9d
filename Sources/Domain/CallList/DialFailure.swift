/// Why the site's command that dials did not do it (R7.3).
package enum DialFailure: Error, Sendable, Equatable {
  case missing(path: String)
  /// Nobody may run it, or it is no program.
  case notRunnable(path: String)
  /// It ended with this status.
  case status(Int32)
  case signal(Int32)
  /// With the error number of the system.
  case system(Int32)
}
