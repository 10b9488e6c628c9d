import Domain
import Services
import TerminalKit

extension LibraryPane {
  mutating func appear(_ context: Context) -> [Effect] {
    if view != nil { drop(list.rows.filter(isGone)) }
    return [askForLibrary, .after(150, .slow)]
  }

  mutating func refresh(_ context: Context) -> [Effect] {
    numbers == nil ? [askForLibrary] : [askForLibrary, askForNumbers]
  }

  mutating func settle(_ context: Context) {
    prepareCells(of: list.scroll(toShow: context.frame.listHeight), context)
    prepareAside(context)
  }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    switch timer {
    case .slow: isSlow = view == nil
    case .detail: return askForDetail()
    default: break
    }
    return []
  }

  private func askForDetail() -> [Effect] {
    guard let id = list.selection else { return [] }
    return [ask(.customer(id)) { if id == $0.list.selection { $0.take(detail: $1) } }]
  }

  mutating func follow(_ subject: Subject) { list.select(subject.id) }

  // MARK: questions

  private var askForLibrary: Effect {
    ask(.library) { pane, view, context in
      pane.take(view, context)
      return [.count(view)] + pane.askForDetail()
    }
  }

  private var askForNumbers: Effect {
    ask(.libraryNumbers) { pane, numbers, context in
      pane.take(numbers: numbers, context)
      return []
    }
  }

  // MARK: commands

  mutating func perform(_ command: Command, _ context: Context) -> [Effect] {
    let before = list.selection
    if list.perform(command, height: context.frame.listHeight) { return moved(from: before) }
    switch command {
    case .next:
      list.move(by: 1)
      return moved(from: before)
    case .previous:
      list.move(by: -1)
      return moved(from: before)
    case .nextItem: show(neighbour(1), context)
    case .previousItem: show(neighbour(-1), context)
    case .filter: filter.open()
    case .order: return [.showPrefix(.order(LibraryOrder.allCases.map(\.title)))]
    default: return act(command, context)
    }
    return askForDetail()
  }

  private func act(_ command: Command, _ context: Context) -> [Effect] {
    guard let subject else { return [.say(context.words["message.no_customer"])] }
    switch command {
    case .open: return [.open(CustomerPane(subject, among: list.rows, me: context.session.person.id))]
    case .dial: return [.run(Job.dialling(subject.id))]
    case .copy: return [.run(Job.copying(subject.id))]
    case .edit: return [.open(FormPane(subject))]
    case .write: return [.open(NotePane(subject))]
    case .callAgain: return [.open(PlanPane(subject))]
    case .release: return [.showPrefix(.release(targets))]
    case .request: return [.showPrefix(.request(subject, RequestChoice.own(hasClock: selected?.due != nil)))]
    case .why: return [.open(WhyPane(subject))]
    default: return [.unknownKey]
    }
  }

  /// What is said of the selected row follows 80 ms after the last key.
  private mutating func moved(from before: CustomerID?) -> [Effect] {
    guard list.selection != before else { return [] }
    if let before, isGone(before) { drop([before]) }
    return [.after(80, .detail)]
  }

  private func neighbour(_ step: Int) -> LibraryChoice {
    let all = LibraryChoice.allCases
    let place = (all.firstIndex(of: choice) ?? 0) + step
    return all[(place + all.count) % all.count]
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    if digit == LostPane.digit { return [.open(LostPane())] }
    guard let choice = LibraryChoice(rawValue: digit) else { return [.unknownKey] }
    show(choice, context)
    return askForDetail()
  }

  mutating func sort(_ digit: Int, _ context: Context) -> [Effect] {
    guard let order = LibraryOrder(rawValue: digit) else { return [.unknownKey] }
    sort(by: order, context)
    return askForDetail()
  }

  // MARK: typing

  var isTyping: Bool { filter.isOpen }
  var isFiltering: Bool { filter.isOpen }
  var typedNumber: String? { filter.typedNumber }

  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect] {
    switch filter.type(event) {
    case .changed: return filtered(context)
    case .closed: return []
    case .ignored:
      let before = list.selection
      switch event {
      case .key(.down): list.move(by: 1)
      case .key(.up): list.move(by: -1)
      default: return []
      }
      return moved(from: before)
    }
  }

  private mutating func filtered(_ context: Context) -> [Effect] {
    arrange(context)
    let needsNumbers = numbers == nil && ListFilter(filter.text, fold: context.session.fold).hasDigits
    return (needsNumbers ? [askForNumbers] : []) + [.after(80, .detail)]
  }

  mutating func filter(by text: String, _ context: Context) -> [Effect] {
    filter.set(text)
    return filtered(context)
  }

  mutating func escape(_ context: Context) -> [Effect]? {
    guard !filter.isEmpty else { return nil }
    filter.clear()
    arrange(context, toFirst: false)
    return askForDetail()
  }
}

extension Question<[CustomerID: String]> {
  /// The numbers of the library, for a filter of digits.
  fileprivate static var libraryNumbers: Question {
    Question { house, actor, _ in try LibraryView.numbers(by: actor, in: house) }
  }
}
