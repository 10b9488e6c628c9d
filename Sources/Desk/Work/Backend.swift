import Domain

/// What the desk needs of the world. Answers come back as events, in their own time.
package protocol Backend: AnyObject {
  func ask(_ query: Query, at now: Instant)
  func perform(_ deed: Deed, at now: Instant)
  /// Asks whether somebody has written.
  func poll()
  /// Lets the engine look.
  func tick(at now: Instant)
  func dial(_ number: String)
  /// Keeps a draft before the process ends; returns when it is in the base or can't be.
  func saveNow(_ draft: Deed, at now: Instant)
  /// The session ends in order.
  func close()
}
