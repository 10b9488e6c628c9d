import Domain
import TerminalKit

/// The desk in its loop: events go in, what it wants done goes out to the backend, the loop and the terminal.
package final class DeskClient: LoopClient {
  private var desk: DeskState
  private let backend: any Backend
  private let clock: () -> Instant
  private let terminal: TerminalServices
  private var hasBegun = false
  /// What came back from the editor, until the screen is ours again.
  private var edited: Result<String, EditorProblem>?

  /// - Parameters:
  ///   - hasListToday: the person has prepared a list for today, and opens on it.
  ///   - isFirstTime: he has never been here, and is shown round.
  package init(
    _ session: Session, size: Size, hasListToday: Bool, isFirstTime: Bool = false, backend: any Backend,
    terminal: TerminalServices,
    clock: @escaping () -> Instant
  ) {
    self.backend = backend
    self.clock = clock
    self.terminal = terminal
    desk = DeskState(session, size: size, hasListToday: hasListToday, isFirstTime: isFirstTime, at: clock())
  }

  /// Asks for what the first picture needs; the loop's first event is its wake-up.
  package func begin() {
    early = desk.begin().filter { !perform($0) }
  }

  /// Timers wait for the loop's first turn.
  private var early: [Request] = []

  package func handle(_ event: LoopEvent<DeskEvent>, control: LoopControl) {
    perform(early, with: control)
    early = []
    guard let event = deskEvent(event, control) else { return }
    let isQuiet = event.isPoll
    perform(desk.update(event, at: clock()), with: control)
    if event.isSuspension { backend.pause() }
    if isQuiet { control.skipFrame() }
  }

  /// Why the screens closed, where nobody has asked them to; nil else.
  package var farewell: String? { desk.farewell }

  package func draw(on canvas: inout Canvas) {
    desk.draw(on: &canvas)
  }

  package func leave(_ reason: LeaveReason) {
    if let draft = desk.unsavedDraft { backend.saveNow(draft, at: clock()) }
    for case .run(let job) in desk.part() { backend.runNow(job, at: clock()) }
    reason == .quit ? backend.close() : backend.hangUp()
  }

  private func deskEvent(_ event: LoopEvent<DeskEvent>, _ control: LoopControl) -> DeskEvent? {
    switch event {
    case .input(let input): return .input(input, isFresh: control.inputsSinceFrame == 0)
    case .timer(let timer): return .timer(timer)
    case .inputDropped: return .dropped
    case .message(let message): return message
    case .resized(let size): return .resized(size)
    case .suspending: return .suspending
    case .resumed:
      guard let text = edited else { return .resumed }
      edited = nil
      return .edited(text)
    }
  }

  private func perform(_ requests: [Request], with control: LoopControl) {
    for request in requests where !perform(request) { perform(request, with: control) }
  }

  /// What the backend does; false for what is the loop's.
  private func perform(_ request: Request) -> Bool {
    switch request {
    case .run(let job): backend.run(job, at: clock())
    case .saveNow(let draft): backend.saveNow(draft, at: clock())
    case .poll: backend.poll(at: clock())
    case .tick: backend.tick(at: clock())
    case .dial(let number): backend.dial(number)
    default: return false
    }
    return true
  }

  private func perform(_ request: Request, with control: LoopControl) {
    switch request {
    case .after(let delay, let timer): control.after(delay, timer)
    case .cancel(let timer): control.cancel(timer)
    case .copy(let text): control.write(raw: terminal.clipboardSequence(text))
    case .editOutside(let text):
      control.outside { [self] in edited = terminal.edit(text, longest: NoteEntry.longestText * 10) }
    case .discardTypeAhead: control.discardTypeAhead()
    case .repaint: control.repaint()
    case .bell: control.bell()
    case .quit: control.quit()
    default: break
    }
  }
}

extension DeskEvent {
  /// A process that is stopped within an act would keep everybody else from the base.
  fileprivate var isSuspension: Bool {
    if case .suspending = self { return true }
    return false
  }

  /// Asking whether somebody has written changes nothing on the screen.
  fileprivate var isPoll: Bool {
    if case .timer(.poll) = self { return true }
    return false
  }
}
