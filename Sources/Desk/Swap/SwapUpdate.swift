import Domain
import Services
import TerminalKit

extension SwapPane {
  mutating func appear(_ context: Context) -> [Effect] { [askForLibrary] }

  private var askForLibrary: Effect {
    ask(.library) { pane, view, context in
      pane.take(view, context)
      return pane.askForDetail()
    }
  }

  mutating func settle(_ context: Context) {
    let layout = SwapLayout(context.frame)
    _ = list.scroll(toShow: layout.listHeight)
    let rows = rows
    detail.prepare(columns: context.frame.size.columns, context) { view in
      rows[view.customer.id].map { SwapAside(view, $0, columns: layout.side?.columns, context) }
    }
  }

  mutating func follow(_ subject: Subject) { list.select(subject.id) }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    timer == .detail ? askForDetail() : []
  }

  private func askForDetail() -> [Effect] {
    guard let id = list.selection else { return [] }
    return [ask(.customer(id)) { if id == $0.list.selection { $0.detail.take($1) } }]
  }

  // MARK: commands

  mutating func perform(_ command: Command, _ context: Context) -> [Effect] {
    let before = list.selection
    if list.perform(command, height: SwapLayout(context.frame).listHeight) { return moved(from: before) }
    switch command {
    case .next: list.move(by: 1)
    case .previous: list.move(by: -1)
    case .nextItem: return show(neighbour: 1, context)
    case .previousItem: return show(neighbour: -1, context)
    case .filter: filter.open()
    default: return act(command, context)
    }
    return moved(from: before)
  }

  private mutating func act(_ command: Command, _ context: Context) -> [Effect] {
    guard let subject else { return [.say(context.words["message.no_customer"])] }
    switch command {
    case .release:
      if isSwapping { return [] }
      isSwapping = true
      return [swap(subject), .outside(.discardTypeAhead)]
    case .open: return [.open(CustomerPane(subject, among: list.rows, me: context.session.person.id))]
    case .why: return [.open(WhyPane(subject))]
    default: return [.unknownKey]
    }
  }

  /// What is said of the selected row follows 80 ms after the last key.
  private func moved(from before: CustomerID?) -> [Effect] {
    list.selection == before ? [] : [.after(80, .detail)]
  }

  private mutating func show(neighbour step: Int, _ context: Context) -> [Effect] {
    let all = SwapOrder.allCases
    let place = (all.firstIndex(of: order) ?? 0) + step
    show(all[(place + all.count) % all.count], context)
    return askForDetail()
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    guard let order = SwapOrder(rawValue: digit) else { return [.unknownKey] }
    show(order, context)
    return askForDetail()
  }

  // MARK: the swap

  private func swap(_ old: Subject) -> Effect {
    switch wanted {
    case .picked(let new, _, _):
      run(SwapErrand(released: old, taken: new)) { pane, _, _ in
        [.close] + pane.ended(nil)
      } else: { pane, trouble, _ in
        pane.goOn(after: trouble)
      }
    case .entered(let form, let application):
      run(EnterErrand(form: form, application: application, released: old)) { pane, id, context in
        let card = CustomerPane(Subject(id, name: form.name), among: [], me: context.session.person.id)
        return [.close, .open(card)] + pane.ended(nil)
      } else: { pane, trouble, _ in
        pane.goOn(after: trouble)
      }
    }
  }

  /// Refused for the one to be taken, there is nothing to swap for; for the one to be given up, another may do.
  private mutating func goOn(after trouble: Trouble) -> [Effect] {
    isSwapping = false
    guard case .refused(let refusal) = trouble, refusal.isAboutNewcomer else { return [askForLibrary] }
    return [.close] + ended(refusal)
  }

  // MARK: typing

  var isTyping: Bool { filter.isOpen }
  var isFiltering: Bool { filter.isOpen }
  var typedNumber: String? { filter.typedNumber }

  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect] {
    switch filter.type(event) {
    case .changed: arrange(context)
    case .closed: return []
    case .ignored:
      let before = list.selection
      switch event {
      case .key(.down): list.move(by: 1)
      case .key(.up): list.move(by: -1)
      default: break
      }
      return moved(from: before)
    }
    return [.after(80, .detail)]
  }

  mutating func filter(by text: String, _ context: Context) -> [Effect] {
    filter.set(text)
    arrange(context)
    return askForDetail()
  }

  mutating func escape(_ context: Context) -> [Effect]? {
    guard !filter.isEmpty else { return nil }
    filter.clear()
    arrange(context)
    return askForDetail()
  }
}

extension Refusal {
  /// In a swap: whether it stands against the customer to be taken, not the one to be given up.
  fileprivate var isAboutNewcomer: Bool {
    switch self {
    case .notHeld, .flowedBack, .libraryFull: false
    default: true
    }
  }
}
