/// What a client may ask of its loop while it handles an event.
package final class LoopControl {
  /// The loop's time, the same throughout one event.
  package var now: Milliseconds = 0
  /// Keys, texts and pastes handled since the last frame was drawn, not counting the present one: 0 means that it was
  /// pressed with the latest picture in view.
  package var inputsSinceFrame = 0

  /// What the loop is to do for its client: here it finds it.
  package var timers = Timers()
  package var requests: [Request] = []
  var needsFrame = true

  package enum Request {
    case quit, suspend, repaint, bell, discardTypeAhead
    case write([UInt8])
    case outside(() -> Void)
  }

  package init() {}

  package func after(_ delay: Milliseconds, _ timer: TimerName) {
    timers.set(timer, at: now + max(delay, 0))
  }

  package func cancel(_ timer: TimerName) { timers.cancel(timer) }

  package func isRunning(_ timer: TimerName) -> Bool { timers.isRunning(timer) }

  /// The event changed nothing that is seen: no frame is drawn for it.
  package func skipFrame() { needsFrame = false }

  /// Ends the loop after this event.
  package func quit() { requests.append(.quit) }

  /// Stops the process, as Ctrl-Z does by itself.
  package func suspend() { requests.append(.suspend) }

  /// Paints the whole screen anew (Ctrl-L).
  package func repaint() { requests.append(.repaint) }

  package func bell() { requests.append(.bell) }

  package func write(raw bytes: [UInt8]) { requests.append(.write(bytes)) }

  /// Drops the input that came but was not handled yet, for acts whose answer must be seen first.
  package func discardTypeAhead() { requests.append(.discardTypeAhead) }

  /// Gives the terminal back while `work` runs, for an external editor; the client sees `.resumed` after it.
  package func outside(_ work: @escaping () -> Void) { requests.append(.outside(work)) }
}
