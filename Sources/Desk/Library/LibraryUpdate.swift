import Domain
import Services
import TerminalKit

extension LibraryPane {
  static var filterAdvice: String { "library.filter.advice" }
  static var filterFields: String? { "library.filter.fields" }
  static var knownFields: ListFilter.Fields { [.intent, .tags, .plan] }

  // MARK: reading

  mutating func appear(_ context: Context) -> [Effect] {
    dropGone()
    return [askForLibrary, .after(150, .slow)]
  }

  mutating func refresh(_ context: Context) -> [Effect] {
    [askForLibrary] + (numbers == nil ? [] : [askForNumbers]) + (tags == nil ? [] : [askForTags])
  }

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

  private var askForTags: Effect {
    ask(.libraryTags) { pane, tags, context in
      pane.take(tags: tags, context)
      return []
    }
  }

  func askForDetail() -> [Effect] {
    guard let id = list.selection else { return [] }
    return [ask(.customer(id)) { if id == $0.list.selection { $0.take(detail: $1) } }]
  }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    if timer == .slow { waitLonger() }
    return timer == .detail ? askForDetail() : []
  }

  // MARK: what is shown

  mutating func moved(from before: CustomerID?, _ context: Context) -> [Effect] {
    if let before, isGone(before) { drop([before]) }
    return detailFollows
  }

  mutating func show(_ view: LibraryChoice, _ context: Context) -> [Effect] {
    take(choice: view, context)
    return askForDetail()
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    if digit == LostPane.digit { return [.open(LostPane())] }
    guard let view = views(context).first(where: { $0.digit == digit }) else { return [.unknownKey] }
    return show(view, context)
  }

  mutating func sort(_ digit: Int, _ context: Context) -> [Effect] {
    guard let order = LibraryOrder(rawValue: digit) else { return [.unknownKey] }
    sort(by: order, context)
    return askForDetail()
  }

  mutating func filtered(_ context: Context) -> [Effect] {
    arrange(context)
    let wanted = wanted(context)
    let needsNumbers = numbers == nil && wanted.hasDigits
    let needsTags = tags == nil && !wanted.tags.isEmpty
    return (needsNumbers ? [askForNumbers] : []) + (needsTags ? [askForTags] : []) + detailFollows
  }

  /// The cursor stays where it was.
  mutating func escape(_ context: Context) -> [Effect]? {
    guard !filter.isEmpty else { return nil }
    filter.clear()
    arrange(context, toFirst: false)
    return askForDetail()
  }
}

extension Question<[CustomerID: [String]]> {
  fileprivate static var libraryTags: Question {
    Question { house, actor, _ in try LibraryView.tags(by: actor, in: house) }
  }
}

extension Question<[CustomerID: String]> {
  /// The numbers of the library, for a filter of digits.
  fileprivate static var libraryNumbers: Question {
    Question { house, actor, _ in try LibraryView.numbers(by: actor, in: house) }
  }
}
