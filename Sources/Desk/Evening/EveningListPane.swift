import Domain
import Services
import TerminalKit

/// An agent's list for the next day as his manager reads it (R8.2): every customer with its last note. `+` passes what
/// is shown, and shows that of the next.
struct EveningListPane: ListScreen, ViewScreen {
  private var agent: PersonID
  private let evening: Day
  /// In which the board shows the agents.
  private let order: [PersonID]
  private var lines: [PersonID: EveningLine] = [:]
  private var shown: EveningList?
  private(set) var choice = EveningListChoice.next
  var list = ListState<CustomerID>()
  /// An act is on its way.
  private var isBusy = false

  init(of agent: PersonID, on evening: Day, among order: [PersonID]) {
    self.agent = agent
    self.evening = evening
    self.order = order
  }

  static let keymap = Keymap<EveningListPane>(
    [
      Binding(["+"], .yes, help: "key.pass_next", hint: "hint.pass", priority: 10, disabled: answerable) {
        pane, _ in
        pane.pass()
      },
      Binding(["-"], .no, help: "key.send_back", hint: "hint.send_back", priority: 20, disabled: answerable) {
        pane, _ in
        pane.shown.map { [.open(LinePane(.sendBack($0.line)))] } ?? []
      },
      .open({ $0.subject == nil ? "message.no_customer" : nil }),
      .give({ $0.subject == nil ? "message.no_customer" : nil }),
    ] + Binding.next({ _ in nil }) { $0.turn(by: $1, $2) } + Binding.rows + Binding.items
      + Binding.going)

  private static let answerable: Binding<EveningListPane>.Reason = { pane in
    guard let shown = pane.shown else { return "list.loading" }
    return shown.line.reasonAgainstAnswer
  }

  private func row(_ id: CustomerID) -> TomorrowRow? { shown?.list.rows.first { $0.id == id } }

  private func planned(_ id: CustomerID) -> PlannedCall? { shown?.planned.first { $0.id == id } }

  var subject: Subject? {
    list.selection.flatMap { id in
      (row(id)?.name ?? planned(id)?.name).map { Subject(id, name: $0) }
    }
  }

  // MARK: reading

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [
      ask(.evening(on: evening)) { pane, board in
        pane.lines = Dictionary(board.lines.map { ($0.id, $0) }) { first, _ in first }
      }, askForList,
    ]
  }

  private var askForList: Effect {
    ask(.eveningList(of: agent, on: evening)) { if $0.agent == $1.line.id { $0.take($1) } }
  }

  private mutating func take(_ shown: EveningList) {
    self.shown = shown
    arrange()
  }

  private mutating func arrange() {
    list.update(rows: choice == .next ? shown?.list.rows.map(\.id) ?? [] : shown?.planned.map(\.id) ?? [])
  }

  func count(of view: EveningListChoice, _ context: Context) -> Int? {
    view == .next ? shown?.list.rows.count : shown?.planned.count
  }

  mutating func show(_ view: EveningListChoice, _ context: Context) -> [Effect] {
    choice = view
    arrange()
    list.moveToFirst()
    return []
  }

  func height(_ context: Context) -> Int { max(context.frame.content.rows - 1, 0) }

  // MARK: going on

  private mutating func show(_ agent: PersonID) -> [Effect] {
    self.agent = agent
    shown = nil
    list = ListState()
    return [askForList]
  }

  /// The next or the previous agent.
  private mutating func turn(by step: Int, _ context: Context) -> [Effect] {
    let place = (order.firstIndex(of: agent) ?? 0) + step
    guard order.indices.contains(place) else { return [.say(context.words["evening.no_more"])] }
    return show(order[place])
  }

  private mutating func pass() -> [Effect] {
    guard !isBusy, let line = shown?.line else { return [] }
    isBusy = true
    let next = EveningOrder(order, lines).next(after: [line.id])
    let pass = run(PassErrand(line, next: next?.agent.name)) { pane, _, _ in
      pane.isBusy = false
      return next.map { pane.show($0.id) } ?? [.close]
    } else: { pane, _, _ in
      pane.isBusy = false
      return []
    }
    return [pass, .outside(.discardTypeAhead)]
  }

  // MARK: what it shows

  func title(_ context: Context) -> String {
    guard let shown else { return context.words["pane.evening"] }
    return ListWords.text(
      "evening.list.title", shown.list.figures, context, ["name": shown.line.agent.name])
  }

  func status(_ context: Context) -> String {
    shown.map { EveningCells(context, isOver: false).status($0.line) } ?? ""
  }

  func advice(_ context: Context) -> String {
    guard let shown else { return "" }
    if shown.line.status != .submitted { return context.words["evening.list.advice.settled"] }
    if shown.list.reason.isEmpty { return context.words["evening.list.advice"] }
    return context.words("evening.list.reason", ["reason": shown.list.reason.oneLine])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    guard let shown else { return }
    let cells = EveningListCells(shown, context)
    let rect = frame.content.splitRight(1).rest
    let (columns, empty) =
      choice == .next ? (cells.wide, "evening.list.empty") : (cells.planned, "evening.list.empty.today")
    draw(Table(columns: columns), in: rect, on: &canvas, context, empty: context.words[empty]) {
      id, isSelected in
      choice == .next
        ? row(id).map { cells.row($0, isSelected: isSelected) }
        : planned(id).map { cells.row($0, isSelected: isSelected) }
    }
  }
}
