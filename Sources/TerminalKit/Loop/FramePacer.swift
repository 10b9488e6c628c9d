/// When to draw. A key that a finger presses is answered at once, whatever else goes on; in a flood of keys one frame
/// stands for many.
struct FramePacer: Sendable {
  /// The shortest time between two frames in a flood of keys.
  static let interval: Milliseconds = 33
  /// The same while other threads answer: what follows the first frames of a key is seen as soon.
  static let pause: Milliseconds = 8
  /// Keys closer together than this are a flood: no finger is so fast, and key repeat is slower.
  static let quiet: Milliseconds = 8
  /// Frames drawn at once after a moment of quiet: the key, and what it made other threads answer.
  static let credit = 3

  private var lastFrame: Milliseconds?
  private var lastEvent: Milliseconds?
  private var lastKey: Milliseconds?
  private var isFlood = false
  private(set) var isDirty = false
  private var credit = 0

  /// Something changed what is to be seen.
  ///
  /// - Parameter isKey: the person did, and waits for it.
  mutating func change(at now: Milliseconds, isKey: Bool = false) {
    isDirty = true
    if isKey {
      isFlood = lastKey.map { now - $0 < FramePacer.quiet } ?? false
      lastKey = now
      if !isFlood { credit = FramePacer.credit }
    } else if lastEvent.map({ now - $0 >= FramePacer.quiet }) ?? true {
      credit = FramePacer.credit
    }
    lastEvent = now
  }

  /// When the next frame is due; nil when nothing has changed.
  func due(at now: Milliseconds) -> Milliseconds? {
    guard isDirty else { return nil }
    guard let lastFrame, credit == 0 else { return now }
    let isFlooded = isFlood && lastKey.map { now - $0 < FramePacer.interval } ?? false
    return max(lastFrame + (isFlooded ? FramePacer.interval : FramePacer.pause), now)
  }

  mutating func drawn(at now: Milliseconds) {
    lastFrame = now
    isDirty = false
    credit = max(credit - 1, 0)
  }
}
