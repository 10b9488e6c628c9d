import Domain
import Services
import TerminalKit

extension SeaPane {
  /// For the first time: searches. Again: stays where it was, and looks what has become of the rows.
  mutating func appear(_ context: Context) -> [Effect] {
    let isFirst = shown == nil && pending == nil
    return [ask(.seaViews) { $0.take($1) }]
      + (isFirst ? search(context) : refresh(context) + [.after(80, .detail)])
  }

  mutating func refresh(_ context: Context) -> [Effect] { lookAgain(context) }

  /// What is back in the sea is among the rows again, a view that is back in force.
  mutating func takenBack(_ context: Context) -> [Effect] {
    if shown == nil { return [] }
    return search(context) + [ask(.seaViews) { pane, views, context in pane.follow(views, context) }]
  }

  mutating func settle(_ context: Context) {
    _ = rows.list.scroll(toShow: context.frame.listHeight)
    detail.prepare(columns: context.frame.size.columns, context) { SeaAside($0, context) }
  }

  mutating func follow(_ subject: Subject) { rows.list.select(subject.id) }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    switch timer {
    case .slow: isSlow = pending != nil
    case .detail: return askForDetail()
    default: break
    }
    return []
  }

  private func askForDetail() -> [Effect] {
    guard let id = rows.list.selection else { return [] }
    return [ask(.customer(id)) { if id == $0.rows.list.selection { $0.detail.take($1) } }]
  }

  // MARK: commands

  mutating func perform(_ command: Command, _ context: Context) -> [Effect] {
    let before = rows.list.selection
    if rows.list.perform(command, height: context.frame.listHeight) {
      return moved(from: before, context) + (command == .last ? atEnd(context) : [])
    }
    switch command {
    case .next: rows.list.move(by: 1)
    case .previous: rows.list.move(by: -1)
    default: return act(command, context)
    }
    return moved(from: before, context)
  }

  private mutating func act(_ command: Command, _ context: Context) -> [Effect] {
    switch command {
    case .nextItem: return show(neighbour(1), context)
    case .previousItem: return show(neighbour(-1), context)
    case .filter: filter.open()
    case .order: return [.showPrefix(.order(["sea.head.released"]))]
    case .pick: return pick()
    case .yes: return askForName()
    case .no: return drop()
    case .open:
      return subject.map {
        [.open(CustomerPane($0, among: rows.list.rows, me: context.session.person.id))]
      } ?? []
    case .why: return subject.map { [.open(OutlookPane($0))] } ?? []
    default: return [.unknownKey]
    }
    return []
  }

  /// What is said of the selected row follows 80 ms after the last key.
  private mutating func moved(from before: CustomerID?, _ context: Context) -> [Effect] {
    rows.list.selection == before ? [] : [.after(80, .detail)] + readOn(context)
  }

  /// The end of what was read is not the end of the sea.
  private func atEnd(_ context: Context) -> [Effect] {
    guard rows.next != nil else { return [] }
    return [.say(context.words("sea.read_so_far", ["count": rows.list.rows.count.grouped]))]
  }

  private func neighbour(_ step: Int) -> SeaChoice {
    let place = (all.firstIndex { $0.digit == choice.digit } ?? 0) + step
    return all[(place + all.count) % all.count]
  }

  /// The view in force again reads it anew, with what came in meanwhile.
  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    guard let choice = all.first(where: { $0.digit == digit }) else { return [.unknownKey] }
    return show(choice, context)
  }

  mutating func sort(_ digit: Int, _ context: Context) -> [Effect] {
    digit == 1 ? turnRound(context) : [.unknownKey]
  }

  // MARK: typing

  var isTyping: Bool { filter.isOpen || naming != nil }
  var isFiltering: Bool { isTyping }
  var typedNumber: String? { filter.typedNumber }

  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect] {
    if naming != nil { return typeName(event, context) }
    switch filter.type(event) {
    case .changed: return search(context)
    case .closed: return []
    case .ignored:
      let before = rows.list.selection
      switch event {
      case .key(.down): rows.list.move(by: 1)
      case .key(.up): rows.list.move(by: -1)
      default: return []
      }
      return moved(from: before, context)
    }
  }

  mutating func filter(by text: String, _ context: Context) -> [Effect] {
    filter.set(text)
    return search(context)
  }

  mutating func escape(_ context: Context) -> [Effect]? {
    guard !filter.isEmpty else { return nil }
    filter.clear()
    return search(context)
  }
}
