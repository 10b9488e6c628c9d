import Domain
import Services
import TerminalKit

extension SeaPane {
  static var filterAdvice: String { "sea.filter.advice" }
  static var filterFields: String? { "sea.filter.fields" }

  func unknownFields(_ context: Context) -> [String] { SeaFilter(filter.text, context).unknown }

  /// For the first time: searches. Again: stays where it was, and looks what has become of the rows.
  mutating func appear(_ context: Context) -> [Effect] {
    let isFirst = shown == nil && pending == nil
    return [ask(.seaViews) { $0.take($1) }] + (isFirst ? search(context) : refresh(context) + detailFollows)
  }

  mutating func refresh(_ context: Context) -> [Effect] { lookAgain(context) }

  /// What is back in the sea is among the rows again, a view that is back in force.
  mutating func takenBack(_ context: Context) -> [Effect] {
    shown == nil ? [] : search(context) + [askForViews]
  }

  mutating func settle(_ context: Context) {
    _ = list.scroll(toShow: height(context))
    word(context)
  }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    if timer == .slow { waitLonger() }
    return timer == .detail ? askForDetail() : []
  }

  mutating func moved(from before: CustomerID?, _ context: Context) -> [Effect] {
    detailFollows + readOn(context)
  }

  func askForDetail() -> [Effect] {
    guard let id = list.selection else { return [] }
    return [ask(.customer(id)) { if id == $0.list.selection { $0.take(detail: $1) } }]
  }

  /// Those everybody has, and one's own.
  func views(_ context: Context) -> [SeaChoice] {
    SeaBase.allCases.map { .base($0) } + kept.map { .kept($0) }
  }

  mutating func sort(_ digit: Int, _ context: Context) -> [Effect] {
    digit == 1 ? turnRound(context) : [.unknownKey]
  }

  mutating func filtered(_ context: Context) -> [Effect] { search(context) }
}
