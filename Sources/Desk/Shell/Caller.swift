import Domain
import Services
import TerminalKit

/// R5.11: a number typed or pasted anywhere leads to its customer with one key, or to the check with it filled in.
extension DeskState {
  /// In a list's filter Enter goes to whose number it is, and the filter is over.
  mutating func takeCaller(_ input: InputEvent) -> [Effect]? {
    guard input == .key(.enter), let number = top.typedNumber else { return nil }
    return onTop { $0.type(.key(.escape), $1) } + [.findCaller(number)]
  }

  mutating func findCaller(_ number: String) -> Effect {
    caller = number
    return .run(
      Job(.caller(number)) { desk, _, look in
        guard case .success(let look) = look else { return [] }
        return desk.take(look, toCaller: number)
      })
  }

  /// Only where nothing else was done meanwhile.
  private mutating func take(_ look: CallerLook, toCaller number: String) -> [Effect] {
    guard number == caller else { return [] }
    caller = nil
    switch look {
    case .notANumber: return [.say(context.words("caller.not_a_number", ["text": number.cut(to: 40)]))]
    case .customer(let id, let name):
      return [.open(CustomerPane(Subject(id, name: name), among: [], me: session.person.id))]
    case .unsettled: return [.open(CheckPane(number: number))]
    }
  }
}

extension Question {
  /// Whose number this is.
  fileprivate static func caller(_ number: String) -> Question where Answer == CallerLook {
    Question { house, actor, _ in try CallerLook.read(number, by: actor, in: house) }
  }
}

extension String {
  /// Nothing but what numbers are written with, and enough digits for one.
  var looksLikeNumber: Bool {
    let digits = filter(\.isWholeNumber).count
    return (7...24).contains(digits) && allSatisfy { $0.isWholeNumber || " -+()（）－＋*,转".contains($0) }
  }
}
