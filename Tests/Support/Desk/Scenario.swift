import Assets
import Desk
import Domain
import HouseFixtures
import Services
import TerminalKit

/// An agent at the desk, as the program runs it: keys go in through the client, its queues ask the base, answers come
/// back through the mailbox, and the screen comes out. Only the clock is the test's own: time passes when it is told to.
///
/// Whoever presses a key sees what came of it: all is answered, and what is selected was read. `holdErrands` keeps what
/// is asked for on its way, for what is seen until then.
package final class Scenario {
  package let floor: DeskFloor
  package let agent: DeskFloor.Agent
  private let client: DeskClient
  private let backend: QueuedBackend
  private let mailbox: Mailbox<DeskEvent>
  private let control = LoopControl()
  private let gate = BaseGate()
  private let outside: OutsideWorld
  private var isHolding = false
  private var size: Size
  private var milliseconds: Milliseconds = 0
  /// Why the base can't be reached, while it can't.
  package var failure: DatabaseFailure? { didSet { gate.fail(with: failure) } }
  /// What the terminal has its lines and bars drawn with.
  package var chrome = Chrome.ascii
  package private(set) var copied: [String] = []
  package private(set) var edited: [String] = []
  package private(set) var hasQuit = false
  /// What is said where the screens close by themselves.
  package var farewell: String? { client.farewell }
  package private(set) var repaints = 0
  package private(set) var bells = 0
  /// What is left of a burst is dropped.
  private var dropsTypeAhead = false

  package init(
    _ floor: DeskFloor, as agent: DeskFloor.Agent = .zhang, language: Language = .chinese,
    size: Size = Size(rows: 24, columns: 80), hasPhone: Bool = true, manner: Manner = Manner(),
    isFirstTime: Bool = false
  ) throws {
    self.floor = floor
    self.agent = agent
    self.size = size
    chrome = manner.isPlain ? .plain : .ascii
    outside = try OutsideWorld()
    mailbox = Mailbox(waking: try WakePipe())
    let dialCommand = hasPhone ? outside.dialCommand : nil
    let session = try Session(
      try floor.open().ground(of: floor.id(agent), at: floor.now), words: Words(language),
      dialCommand: dialCommand,
      manner: manner)
    backend = Scenario.backend(floor, for: agent, mailbox, dialCommand, gate)
    client = DeskClient(
      session, size: size,
      hasListToday: try Reading.hasList(of: floor.id(agent), at: floor.now, in: try floor.open()),
      isFirstTime: isFirstTime,
      backend: backend, terminal: TerminalServices(environment: outside.environment)
    ) { floor.now }
    backend.recoverDrafts(at: floor.now)
    client.begin()
    rest()
  }

  /// The engine of this desk never gets to the base: tests say when it has looked.
  private static func backend(
    _ floor: DeskFloor, for agent: DeskFloor.Agent, _ mailbox: Mailbox<DeskEvent>, _ dialCommand: String?,
    _ gate: BaseGate
  ) -> QueuedBackend {
    let (path, rules) = (floor.path, floor.rules)
    return QueuedBackend(
      for: floor.id(agent), mailbox: mailbox, dialCommand: dialCommand, drafts: floor.draftFolder,
      reach: { purpose in
        if purpose == .engine { throw DatabaseFailure.locked }
        try gate.pass()
      },
      open: { purpose in
        try House(
          path: path, access: purpose == .reading ? .read : .write, rules: rules, origin: "screen")
      })
  }

  deinit {
    release()
    outside.remove()
  }

  // MARK: keys

  /// Keys by their labels, one after another: `j`, `Enter`, `^X`, `Shift-Tab`.
  @discardableResult
  package func press(_ labels: String...) -> Scenario {
    for label in labels { send(.key(Key(label: label))) }
    return rest()
  }

  @discardableResult
  package func press(_ key: Key) -> Scenario {
    send(.key(key))
    return rest()
  }

  /// Characters as an input method or a fast typist sends them.
  @discardableResult
  package func type(_ text: String) -> Scenario {
    if text.allSatisfy(\.isASCII) {
      text.forEach { send(.key(Key(.character($0)))) }
    } else {
      send(.text(text))
    }
    return rest()
  }

  @discardableResult
  package func paste(_ text: String) -> Scenario {
    send(.paste(text))
    return rest()
  }

  /// Several keys before a frame was drawn; in one read where errands are held. Nothing rests after them.
  @discardableResult
  package func burst(_ labels: String...) -> Scenario {
    dropsTypeAhead = false
    var rest = labels[...]
    while !dropsTypeAhead, let label = rest.popFirst() {
      control.inputsSinceFrame = labels.count - rest.count - 1
      send(.key(Key(label: label)))
    }
    if !rest.isEmpty { handle(.inputDropped) }
    control.inputsSinceFrame = 0
    return self
  }

  private func send(_ event: InputEvent) {
    handle(.input(event))
    settle()
  }

  // MARK: time and the world

  /// Lets time pass; the timers that come due fire in their order.
  @discardableResult
  package func wait(_ span: Milliseconds) -> Scenario {
    let end = milliseconds + span
    while let next = control.timers.next, next <= end {
      pass(to: next)
      for timer in control.timers.takeDue(at: next) {
        handle(.timer(timer))
        settle()
      }
    }
    pass(to: end)
    return self
  }

  private func pass(to moment: Milliseconds) {
    floor.now = floor.now + Int64(moment / 1_000 - milliseconds / 1_000)
    milliseconds = moment
  }

  /// The finger rests: what is selected is read, without the 80 ms that this takes.
  @discardableResult
  private func rest() -> Scenario {
    settle()
    while !isHolding, control.isRunning(Scenario.detail) {
      control.cancel(Scenario.detail)
      handle(.timer(Scenario.detail))
      settle()
    }
    return self
  }

  private static let detail: TimerName = "detail"

  @discardableResult
  package func resize(rows: Int, columns: Int) -> Scenario {
    size = Size(rows: rows, columns: columns)
    handle(.resized(size))
    return settle()
  }

  /// The engine has looked, or some other session's has not for long.
  package func hear(lastTick: Instant, isFuseBlown: Bool = false) {
    let health = EngineHealth(lastTick: lastTick, isFuseBlown: isFuseBlown)
    mailbox.post(.ticked(next: floor.now + 20, health))
    settle()
  }

  /// What the user's editor makes of the next text; nil where it fails.
  package func prepareEditor(_ text: String?) throws { try outside.prepareEditor(text) }

  package var dialled: [String] { outside.dialled }

  /// The line drops: what the process still does.
  package func hangUp() {
    release()
    client.leave(.hungUp)
  }

  // MARK: what is asked for

  /// What is asked for from here on is on its way until it is released.
  @discardableResult
  package func holdErrands() -> Scenario {
    if !isHolding { gate.hold() }
    isHolding = true
    return self
  }

  /// What was held is answered.
  @discardableResult
  package func release() -> Scenario {
    guard isHolding else { return self }
    isHolding = false
    gate.release()
    return rest()
  }

  /// All that was asked for is answered, and all that these answers asked for in turn; unless it is held.
  @discardableResult
  package func settle() -> Scenario {
    while !isHolding {
      backend.drain()
      let answers = mailbox.collect()
      if answers.isEmpty { break }
      for answer in answers { handle(.message(answer)) }
    }
    return self
  }

  private func handle(_ event: LoopEvent<DeskEvent>) {
    control.now = milliseconds
    client.handle(event, control: control)
    let requests = control.requests
    control.requests = []
    for request in requests { perform(request) }
  }

  private func perform(_ request: LoopControl.Request) {
    switch request {
    case .quit:
      hasQuit = true
      client.leave(.quit)
    case .bell: bells += 1
    case .discardTypeAhead: dropsTypeAhead = true
    case .repaint: repaints += 1
    case .write(let bytes): copied.append(OutsideWorld.clipboard(bytes))
    case .outside(let work):
      work()
      edited.append(outside.given ?? "")
      handle(.resumed)
    case .suspend: break
    }
  }

  // MARK: the screen

  package var canvas: Canvas {
    var canvas = Canvas(size, chrome: chrome)
    client.draw(on: &canvas)
    return canvas
  }

  package var screen: [String] { canvas.lines }

  package func row(_ number: Int) -> String { canvas.text(ofRow: number) }
  package var title: String { row(0) }
  package var choices: String { row(1) }
  /// Without its badge; whole, where it takes two rows.
  package var message: String { messageRows.map(\.text).joined(separator: " ") }

  /// What the message begins with where something was refused or failed.
  package var badge: String? { messageRows.first?.badge }

  private var messageRows: [(badge: String?, text: String)] {
    let canvas = canvas
    let above = canvas[Position(row: size.rows - 3, column: 0)].style
    let rows =
      [.message, .refusal, .error].contains(above) ? [size.rows - 3, size.rows - 2] : [size.rows - 2]
    return rows.map { row in
      let cells = canvas.cells(ofRow: row)
      let badge = cells.prefix { [.refusal, .error].contains($0.style) }
      let text = { (cells: ArraySlice<Cell>) in
        String(cells.compactMap { $0.glyph.map { Character($0.base) } }).trimmingCharacters(in: .whitespaces)
      }
      return (badge.isEmpty ? nil : text(badge), text(cells.dropFirst(badge.count)))
    }
  }
  package var hints: String { row(size.rows - 1) }

  /// The row with the cursor.
  package var selected: String { canvas.caret.map { row($0.row) } ?? "" }

  package func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }
}
