import Domain

/// What the desk needs of the world. Replies come back as events, in their own time.
package protocol Backend: AnyObject {
  func run(_ job: Job, at now: Instant)
  /// Asks whether somebody has written.
  func poll(at now: Instant)
  /// Lets the engine look.
  func tick(at now: Instant)
  func dial(_ number: String)
  /// The line dropped: what dials is told.
  func hangUp()
  /// Keeps a draft before the process ends; returns when it is kept or can't be.
  func saveNow(_ draft: KeepDraftErrand, at now: Instant)
  /// Does what is left to do before the process ends; returns when it is done or can't be.
  func runNow(_ job: Job, at now: Instant)
  /// Waits until no act is under way.
  func pause()
  /// The session ends in order.
  func close()
}
