import Glibc

/// One thread, one `poll`: terminal, wake pipe and the next deadline. Without timers it sleeps until something comes.
package final class EventLoop<Client: LoopClient> {
  private let client: Client
  private let screen: any Screen
  private let input: InputSource
  private let pipe: WakePipe
  private let mailbox: Mailbox<Client.Message>
  private let signals: Signals?
  private let clock: () -> Milliseconds
  private let armWatchdog: () -> Void
  private let control = LoopControl()
  private var parser = InputParser()
  private var pacer = FramePacer()
  private let escapeDelay: EscapeDelay
  private var parserDeadline: Milliseconds?
  private var burst = Burst()
  private var burstDeadline: Milliseconds?
  private var pending: [InputEvent] = []
  private var leaving: LeaveReason?

  /// - Parameters:
  ///   - input: the terminal's descriptor; set to raw mode by the screen, read by the loop alone.
  ///   - signals: nil in tests, where signals are not for the loop.
  package init(
    client: Client, screen: any Screen, input: Int32, pipe: WakePipe, mailbox: Mailbox<Client.Message>,
    signals: Signals? = nil, escapeDelay: EscapeDelay = EscapeDelay(),
    clock: @escaping () -> Milliseconds = MonotonicClock.now,
    armWatchdog: @escaping () -> Void = Watchdog.arm
  ) {
    self.client = client
    self.screen = screen
    self.input = InputSource(descriptor: input)
    self.pipe = pipe
    self.mailbox = mailbox
    self.signals = signals
    self.escapeDelay = escapeDelay
    self.clock = clock
    self.armWatchdog = armWatchdog
  }

  /// Draws the first frame, then runs until the client quits or the terminal or the system ends it.
  package func run() -> LeaveReason {
    pacer.change(at: clock())
    parser.awaitedReportRow = screen.askForWidths()
    while true {
      drawIfDue()
      if let reason = leaving { return leave(reason) }
      waitAndTakeEvents()
    }
  }

  private func leave(_ reason: LeaveReason) -> LeaveReason {
    // A database that hangs must not keep a dead session alive (M41).
    if reason != .quit { armWatchdog() }
    client.leave(reason)
    if reason != .hungUp { screen.close() }
    return reason
  }

  // MARK: waiting

  private func waitAndTakeEvents() {
    let readiness = input.wait(alongside: pipe.readEnd, timeout: timeout())
    control.now = clock()
    if readiness.isWoken { pipe.drain() }
    takeSignals()
    if readiness.hasInput { readInput() }
    takePending()
    if readiness.isHungUp { leaving = .hungUp }
    takeParserTimeout()
    takeBurst()
    takeMessages()
    takeTimers()
  }

  private func timeout() -> Milliseconds? {
    let now = clock()
    let deadlines = [control.timers.next, parserDeadline, burstDeadline, pacer.due(at: now)].compactMap { $0 }
    return deadlines.min().map { max($0 - now, 0) }
  }

  // MARK: events

  private func readInput() {
    let bytes = Array(input.drain().joined())
    if input.isAtEnd { leaving = .hungUp }
    if burst.take(bytes, isBetweenKeys: parser.patience == nil) {
      burstDeadline = clock() + Burst.quiet
      return
    }
    pending += parser.feed(bytes)
    takeWidths()
    parserDeadline = parser.patience.map { clock() + escapeDelay.milliseconds(for: $0) }
  }

  private func takeWidths() {
    guard let column = parser.takeReportedColumn() else { return }
    let before = screen.chrome
    screen.takeWidths(endColumn: column)
    if screen.chrome != before { pacer.change(at: clock()) }
  }

  private func takePending() {
    while leaving == nil, !pending.isEmpty {
      let events = pending
      pending = []
      take(events[...])
    }
  }

  private func take(_ events: ArraySlice<InputEvent>) {
    var rest = events
    while leaving == nil, let event = rest.popFirst() {
      discardsTypeAhead = false
      if case .key(.control("z")) = event { suspend() } else { take(.input(event)) }
      control.inputsSinceFrame += 1
      if discardsTypeAhead {
        if hasDropped || !rest.isEmpty { take(.inputDropped) }
        return
      }
    }
  }

  private var discardsTypeAhead = false
  private var hasDropped = false

  private func takeParserTimeout() {
    guard let deadline = parserDeadline, clock() >= deadline else { return }
    parserDeadline = nil
    pending += parser.timeout()
    takePending()
  }

  private func takeBurst() {
    guard let deadline = burstDeadline, clock() >= deadline else { return }
    burstDeadline = nil
    pending.append(burst.end())
    takePending()
  }

  private func takeMessages() {
    for message in mailbox.collect() where leaving == nil { take(.message(message)) }
  }

  private func takeTimers() {
    for timer in control.timers.takeDue(at: clock()) where leaving == nil { take(.timer(timer)) }
  }

  private func takeSignals() {
    let arrived = signals?.collect() ?? []
    if !arrived.isDisjoint(with: Signals.Signal.ending) { leaving = .terminated }
    if arrived.contains(.hangUp) { leaving = .hungUp }
    if arrived.contains(.stop) { suspend() }
    if arrived.contains(.resumed) { resume() }
    if arrived.contains(.resized) { remeasure() }
  }

  private func take(_ event: LoopEvent<Client.Message>) {
    control.now = clock()
    control.needsFrame = true
    client.handle(event, control: control)
    let isKey = if case .input = event { true } else { false }
    if control.needsFrame { pacer.change(at: control.now, isKey: isKey) }
    perform(control.requests)
  }

  // MARK: requests

  private func perform(_ requests: [LoopControl.Request]) {
    control.requests = []
    for request in requests { perform(request) }
  }

  private func perform(_ request: LoopControl.Request) {
    switch request {
    case .quit: leaving = leaving ?? .quit
    case .suspend: suspend()
    case .repaint:
      screen.repaint()
      pacer.change(at: clock())
    case .bell: screen.bell()
    case .write(let bytes): screen.write(raw: bytes)
    case .discardTypeAhead: discardTypeAhead()
    case .outside(let work): runOutside(work)
    }
  }

  private func discardTypeAhead() {
    discardsTypeAhead = true
    if input.isReady { readInput() }
    hasDropped = !pending.isEmpty || burst.isOpen
    (pending, burst, burstDeadline) = ([], Burst(), nil)
  }

  private func suspend() {
    guard leaving == nil else { return }
    take(.suspending)
    runOutside { self.signals?.stopProcess() }
  }

  private func runOutside(_ work: () -> Void) {
    screen.suspend()
    work()
    resume()
  }

  private func resume() {
    guard leaving == nil else { return }
    screen.resume()
    remeasure()
    take(.resumed)
  }

  private func remeasure() {
    guard leaving == nil else { return }
    take(.resized(screen.remeasure()))
  }

  // MARK: drawing

  private func drawIfDue() {
    let now = clock()
    guard leaving == nil, let due = pacer.due(at: now), due <= now else { return }
    var canvas = Canvas(screen.size, chrome: screen.chrome)
    client.draw(on: &canvas)
    screen.present(canvas)
    pacer.drawn(at: clock())
    control.inputsSinceFrame = 0
  }
}
