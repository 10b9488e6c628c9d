/// When to draw. What comes after a moment of quiet is answered at once; in a flood one frame stands for many events.
struct FramePacer: Sendable {
  /// The shortest time between two frames in a flood.
  static let interval: Milliseconds = 33
  /// Events closer together than this are a flood: no finger is so fast, and key repeat is slower.
  static let quiet: Milliseconds = 8
  /// Frames drawn at once after a moment of quiet: the key, and what it made other threads answer.
  static let credit = 3

  private var lastFrame: Milliseconds?
  private var lastEvent: Milliseconds?
  private(set) var isDirty = false
  private var credit = 0

  /// Something changed what is to be seen.
  mutating func change(at now: Milliseconds) {
    isDirty = true
    if lastEvent.map({ now - $0 >= FramePacer.quiet }) ?? true { credit = FramePacer.credit }
    lastEvent = now
  }

  /// When the next frame is due; nil when nothing has changed.
  func due(at now: Milliseconds) -> Milliseconds? {
    guard isDirty else { return nil }
    guard let lastFrame, credit == 0 else { return now }
    return max(lastFrame + FramePacer.interval, now)
  }

  mutating func drawn(at now: Milliseconds) {
    lastFrame = now
    isDirty = false
    credit = max(credit - 1, 0)
  }
}
