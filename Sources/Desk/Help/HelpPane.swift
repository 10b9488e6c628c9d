import Domain
import Services
import TerminalKit

/// Help and palette in one (M1): the keys of the pane below, the other panes, and what can be typed. Enter runs a line.
struct HelpPane: Pane {
  /// Where it was opened.
  private let place: String
  /// The customers that are marked there, else the selected one.
  private let below: [Subject]
  /// Where its cursor was.
  private let selected: Subject?
  /// The keys of the pane below, and the ways to the others.
  private let keys: [HelpLine]
  private let entries: [PaletteEntry]
  private var lines: [HelpLine] = []
  private var palette = PaletteState([])
  private var knowledge = PaletteKnowledge()

  init(over pane: any Pane, named name: String, query: String = "", _ context: Context) {
    place = name
    (below, selected) = (pane.targets, pane.subject)
    keys =
      pane.helpLines(named: name, context) + PaneID.allCases.map { $0.helpLine(context) }
      + HelpLine.glossary(context)
    entries =
      PaletteCommand.allCases.map { PaletteEntry($0, context) } + pane.paletteEntries(named: name, context)
    palette = PaletteState([], query: query)
    listLines(context)
  }

  static let keymap = Keymap<HelpPane>([
    Binding([.enter], .open, help: "key.run", hint: "hint.run", priority: 10) { $0.run($1) },
    Binding([.tab], .switchHalf, help: "key.complete", hint: "hint.complete", priority: 15) {
      $0.complete($1)
    },
    Binding([.escape], .back, help: "key.close_help", hint: "hint.close_help", priority: 20) { _, _ in
      [.close]
    },
    .named([.down, .control("n")], .down, help: "key.down", hint: "hint.choose", priority: 30),
    .named([.up, .control("p")], .up, help: "key.up"),
    .named([.pageDown], .pageDown, help: "key.page_down"), .named([.pageUp], .pageUp, help: "key.page_up"),
  ])

  // MARK: lines

  private mutating func listLines(_ context: Context) {
    let typed = PaletteEntry.lines(for: palette.query.text, among: entries, knowledge, context)
    lines = typed ?? keys + PaletteCommand.allCases.map { $0.usage(context) }
    palette.update(rows: lines.map { found(byInitials: $0.row) })
  }

  private func found(byInitials row: PaletteRow) -> PaletteRow {
    let more = [row.text, row.remark].compactMap { knowledge.initials[$0] }
    return PaletteRow(
      keys: row.keys, text: row.text, remark: row.remark,
      searchTerms: ([row.searchTerms] + more).joined(separator: " "), section: row.section)
  }

  private mutating func write(_ query: String, _ context: Context) {
    palette = PaletteState([], query: query)
    listLines(context)
  }

  // MARK: what it answers

  mutating func appear(_ context: Context) -> [Effect] {
    let texts = keys.flatMap(\.texts) + entries.flatMap(\.texts)
    return [
      ask(.palette(context.words.language == .chinese ? texts : [])) { pane, knowledge, context in
        pane.knowledge = knowledge
        pane.listLines(context)
        return []
      }
    ]
  }

  var isTyping: Bool { true }
  var editing: EditBuffer? { palette.query }

  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] {
    let before = palette.query.text
    palette.handle(event)
    if palette.query.text != before { listLines(context) }
    return []
  }

  private mutating func run(_ context: Context) -> [Effect] {
    guard let index = palette.selectedIndex else { return [] }
    switch lines[index].run {
    case .perform(let command): return [.close, .perform(command, on: selected)]
    case .take(let prefix, let digit): return [.close] + (prefix.effects(of: digit, context) ?? [])
    case .explain(let reason): return [.say(reason.text(context.words))]
    case .goTo(let pane): return [.close, .goTo(pane)]
    case .write(let text):
      // It stands there already: what it wants is to be typed.
      let typed = palette.query.text.drop { $0 == " " }
      if text.hasPrefix(typed) && text.dropLast() == typed || text == typed {
        return [.say(context.words("palette.wants", ["example": lines[index].row.remark]))]
      }
      write(text, context)
    case .filter(let text): return [.close, .filter(text)]
    case .openCustomer(let code):
      guard let id = CustomerID(codeOrID: code) else { return [] }
      return [
        ask(.customer(id)) { _, view, context in
          let subject = Subject(view.customer.id, name: view.customer.name)
          return [.close, .open(CustomerPane(subject, among: [], me: context.session.person.id))]
        }
      ]
    case .findCaller(let number): return [.close, .findCaller(number)]
    case .deed(let deed, let argument): return perform(deed, argument, context)
    case .handOver(let login):
      guard let giver = knowledge.givers.first(where: { $0.login == login }) else {
        return [.say(context.words["handover.no_such"])]
      }
      return [.close, .open(HandoverPane(.everything(of: giver), context))]
    case .welcome: return [.close, .open(FirstMinutePane())]
    case .quit: return [.outside(.quit)]
    }
    return []
  }

  /// The selected line; where that stands there already, the first that goes on from it.
  private mutating func complete(_ context: Context) -> [Effect] {
    let selected = palette.selectedIndex.map { [lines[$0]] } ?? []
    let texts = (selected + lines).compactMap(\.completion)
    guard let text = texts.first(where: { $0 != palette.query.text }) else {
      return [.say(context.words["palette.nothing_to_complete"])]
    }
    write(text, context)
    return []
  }

  private mutating func perform(_ deed: PaletteCommand, _ argument: String, _ context: Context) -> [Effect] {
    if below.isEmpty { return [.say(context.words["palette.no_customer"])] }
    if below.count > 1 && !deed.isForSeveral { return [.say(context.words["palette.one_only"])] }
    guard let effect = deed.effect(argument, on: below, knowledge, context) else {
      if deed == .plan { return [WhenField(typed: argument).notStored(context)] }
      return [.say(context.words("palette.wants", ["example": deed.example(context)]))]
    }
    return [.close, effect]
  }

  // MARK: what it shows

  func title(_ context: Context) -> String { context.words("help.title", ["pane": place]) }

  func status(_ context: Context) -> String {
    let found = palette.list.rows.count
    let key = found == lines.count ? "help.all" : "help.found"
    return context.words(key, ["all": String(lines.count), "found": String(found)])
  }

  /// With whom it will be done, else what of the selected line does not fit there.
  func advice(_ context: Context) -> String {
    let texts = textColumns(context.frame)
    let room = context.frame.size.columns - HelpPane.keyColumns - texts - 2
    if let index = palette.selectedIndex, case .deed = lines[index].run, below.count > 1 {
      return below.named(in: "palette.on", context)
    }
    if let row = palette.selection {
      if TextWidth.of(row.remark) > room { return row.remark }
      if TextWidth.of(row.text) >= texts { return row.text }
    }
    if let index = palette.selectedIndex, case .deed = lines[index].run, !below.isEmpty {
      return below.named(in: "palette.on", context)
    }
    return context.words["help.input_method"]
  }

  private static let keyColumns = 16

  /// What a command does takes more room than the name of a key's act.
  private func textColumns(_ frame: Frame) -> Int {
    if palette.query.text.hasPrefix(":") { return frame.isWide ? 50 : 34 }
    return frame.isWide ? 30 : 16
  }

  /// The field stands there.
  func drawChoices(in rect: Rect, on canvas: inout Canvas, _ context: Context) {}

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let rect = Rect(
      row: frame.choices.row, column: 0, rows: frame.content.rows + 1, columns: frame.size.columns)
    Palette(
      prompt: context.words["help.prompt"], advice: context.words["help.advice"],
      empty: context.words["help.empty"], keyColumns: HelpPane.keyColumns,
      textColumns: textColumns(frame)
    ).draw(palette, in: rect, on: &canvas)
  }
}
