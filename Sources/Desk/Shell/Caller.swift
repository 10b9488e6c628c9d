import Domain
import Services
import TerminalKit

/// R5.11: a number typed or pasted anywhere leads to its customer with one key, or to the check with it filled in.
extension DeskState {
  /// In a list's filter Enter goes to whose number it is, and the filter is over.
  mutating func takeCaller(_ input: InputEvent) -> [Effect]? {
    guard input == .key(.enter), let number = top.typedNumber else { return nil }
    return top.type(.key(.escape), context) + [.findCaller(number)]
  }

  mutating func findCaller(_ number: String) -> Query {
    caller = number
    return .caller(number)
  }

  /// Only where nothing else was done meanwhile.
  mutating func take(_ answer: Answer, toCaller query: Query) -> [Effect] {
    guard case .caller(let number) = query, number == caller, case .caller(let look) = answer else {
      return []
    }
    caller = nil
    switch look {
    case .notANumber: return [.say(context.words("caller.not_a_number", ["text": number.cut(to: 40)]))]
    case .customer(let id, let name):
      return [.open(CustomerPane(Subject(id, name: name), among: [], me: session.person.id))]
    case .unsettled: return [.open(CheckPane(number: number))]
    }
  }
}

extension String {
  /// Nothing but what numbers are written with, and enough digits for one.
  var looksLikeNumber: Bool {
    let digits = filter(\.isWholeNumber).count
    return (7...24).contains(digits) && allSatisfy { $0.isWholeNumber || " -+()（）－＋*,转".contains($0) }
  }
}
