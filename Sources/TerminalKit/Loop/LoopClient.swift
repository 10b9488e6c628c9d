/// What the loop tells its client.
package enum LoopEvent<Message: Sendable>: Sendable {
  case input(InputEvent)
  case timer(TimerName)
  /// Input that had come was dropped, as the client asked.
  case inputDropped
  case message(Message)
  case resized(Size)
  /// The process is about to be stopped by Ctrl-Z; what is unsaved should be saved now.
  case suspending
  /// It goes on, after any time at all.
  case resumed
}

/// Why the loop ends.
package enum LeaveReason: Hashable, Sendable {
  case quit
  /// SIGTERM.
  case terminated
  /// SIGHUP, or the terminal is gone: nothing can be drawn.
  case hungUp
}

/// What the loop runs: state that takes events and can be drawn. Called from one thread only.
package protocol LoopClient: AnyObject {
  associatedtype Message: Sendable

  /// Takes one event; a frame follows when `control.redraw` is left as it is.
  func handle(_ event: LoopEvent<Message>, control: LoopControl)

  /// Draws the state. The canvas comes blank, in the size of the screen.
  func draw(on canvas: inout Canvas)

  /// Saves what is unsaved. Nothing can be drawn any more, and unless the reason is `.quit` five seconds are left.
  func leave(_ reason: LeaveReason)
}
