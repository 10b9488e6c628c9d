import Assets
import Desk
import Domain
import Services
import TerminalKit

/// An agent at the desk: keys go in, the screen comes out. Everything asked of the house is done at once, and time
/// passes only when it is told to.
package final class Scenario {
  package let floor: DeskFloor
  package let agent: DeskFloor.Agent
  private var desk: DeskState
  private let house: House
  private var size: Size
  private var timers = Timers()
  private var milliseconds: Milliseconds = 0
  /// Whether the base can be reached.
  package var failure: DatabaseFailure?
  package private(set) var dialled: [String] = []
  package private(set) var copied: [String] = []
  package private(set) var edited: [String] = []
  package private(set) var hasQuit = false
  package private(set) var repaints = 0
  package private(set) var bells = 0
  /// Answers are still to come.
  private var isReading = false
  private var waiting: [Query] = []
  /// What is left of a burst is dropped.
  private var dropsTypeAhead = false

  package init(
    _ floor: DeskFloor, as agent: DeskFloor.Agent = .zhang, language: Language = .chinese,
    size: Size = Size(rows: 24, columns: 80), dialCommand: String? = "/usr/bin/dial"
  ) throws {
    self.floor = floor
    self.agent = agent
    self.size = size
    house = try floor.open()
    let session = try Session(
      try house.ground(of: floor.id(agent)), words: Words(language), dialCommand: dialCommand)
    desk = DeskState(session, size: size, at: floor.now)
    perform(desk.begin())
  }

  // MARK: keys

  /// Keys by their labels, one after another: `j`, `Enter`, `^X`, `Shift-Tab`.
  @discardableResult
  package func press(_ labels: String...) -> Scenario {
    for label in labels { send(.key(Key(label: label))) }
    return self
  }

  @discardableResult
  package func press(_ key: Key) -> Scenario {
    send(.key(key))
    return self
  }

  /// Characters as an input method or a fast typist sends them.
  @discardableResult
  package func type(_ text: String) -> Scenario {
    if text.allSatisfy(\.isASCII) {
      text.forEach { send(.key(Key(.character($0)))) }
    } else {
      send(.text(text))
    }
    return self
  }

  @discardableResult
  package func paste(_ text: String) -> Scenario {
    send(.paste(text))
    return self
  }

  /// Several keys before a frame was drawn.
  @discardableResult
  package func burst(_ labels: String...) -> Scenario {
    dropsTypeAhead = false
    for (index, label) in labels.enumerated() where !dropsTypeAhead {
      send(.key(Key(label: label)), isFresh: index == 0)
    }
    return self
  }

  private func send(_ event: InputEvent, isFresh: Bool = true) {
    handle(.input(event, isFresh: isFresh))
  }

  // MARK: time and the world

  /// Lets time pass; the timers that come due fire in their order.
  @discardableResult
  package func wait(_ span: Milliseconds) -> Scenario {
    let end = milliseconds + span
    while let next = timers.next, next <= end {
      pass(to: next)
      for timer in timers.takeDue(at: next) { handle(.timer(timer)) }
    }
    pass(to: end)
    return self
  }

  private func pass(to moment: Milliseconds) {
    floor.now = floor.now + Int64(moment / 1_000 - milliseconds / 1_000)
    milliseconds = moment
  }

  @discardableResult
  package func resize(rows: Int, columns: Int) -> Scenario {
    size = Size(rows: rows, columns: columns)
    handle(.resized(size))
    return self
  }

  /// The engine has looked, or some other session's has not for long.
  package func hear(lastTick: Instant, isFuseBlown: Bool = false) {
    handle(.ticked(next: floor.now + 20, EngineHealth(lastTick: lastTick, isFuseBlown: isFuseBlown)))
  }

  /// What comes back from the external editor.
  package func returnFromEditor(_ text: String?) { handle(.edited(text)) }

  /// The line drops: what the process still does.
  package func hangUp() {
    if let draft = desk.unsavedDraft { perform([.saveNow(draft)]) }
  }

  private func handle(_ event: DeskEvent) {
    perform(desk.update(event, at: floor.now))
  }

  private func perform(_ requests: [Request]) {
    for request in requests { perform(request) }
  }

  private func perform(_ request: Request) {
    switch request {
    case .ask(let query) where isReading: waiting.append(query)
    case .ask(let query): answer(query)
    case .act(let deed), .saveNow(let deed):
      handle(.done(deed, attempt { try $0.perform(deed, at: floor.now) }))
    case .poll: handle(.reached(attempt { try $0.house.ground(of: $0.actor) }))
    case .dial(let number): dialled.append(number)
    case .copy(let text): copied.append(text)
    case .editOutside(let text): edited.append(text)
    case .after(let delay, let timer): timers.set(timer, at: milliseconds + delay)
    case .cancel(let timer): timers.cancel(timer)
    case .quit: hasQuit = true
    case .bell: bells += 1
    case .discardTypeAhead: dropsTypeAhead = true
    case .repaint: repaints += 1
    case .tick: break
    }
  }

  private func answer(_ query: Query) {
    handle(.answered(query, attempt { try $0.answer(query, at: floor.now) }))
  }

  /// The base takes its time from here on.
  package func slowDown() { isReading = true }

  /// What was asked meanwhile is answered.
  package func catchUp() {
    isReading = false
    let queries = waiting
    waiting = []
    queries.forEach(answer)
  }

  private func attempt<Value>(_ work: (Errands) throws -> Value) -> Result<Value, Trouble> {
    if let failure { return .failure(.failed(failure)) }
    return Result { try work(Errands(in: house, for: floor.id(agent))) }.mapError(Trouble.init)
  }

  // MARK: the screen

  package var canvas: Canvas {
    var canvas = Canvas(size)
    desk.draw(on: &canvas)
    return canvas
  }

  /// The screen a moment after the last key.
  package var screen: [String] { wait(100).canvas.lines }

  package func row(_ number: Int) -> String { canvas.text(ofRow: number) }
  package var title: String { row(0) }
  package var choices: String { row(1) }
  package var message: String { row(size.rows - 2) }
  package var hints: String { row(size.rows - 1) }

  /// The row with the cursor.
  package var selected: String { canvas.caret.map { row($0.row) } ?? "" }

  package func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }
}

extension Key {
  /// The key of a label, as the hints write it.
  package init(label: String) {
    let names: [String: Key] = [
      "Enter": .enter, "Esc": .escape, "Tab": .tab, "Shift-Tab": .backTab, "Backspace": .backspace,
      "Up": .up, "Down": .down, "Left": .left, "Right": .right, "Home": .home, "End": .end,
      "PgUp": .pageUp, "PgDn": .pageDown, "Space": .space, "Del": .delete, "Shift-Down": .shift(.down),
      "Shift-Up": .shift(.up),
    ]
    if let key = names[label] {
      self = key
    } else if label.count == 2, label.hasPrefix("^"), let letter = label.lowercased().last {
      self = .control(letter)
    } else {
      self = Key(.character(label.first ?? " "))
    }
  }
}
