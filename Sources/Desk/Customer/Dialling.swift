import Domain
import Services

/// From a customer to a call: which number, and whether it may be called.
enum Dialling {
  /// Dials the number chosen, else the first that may be called.
  static func call(_ view: CustomerView, number: CustomerNumber? = nil, _ context: Context) -> [Effect] {
    guard let number = number ?? best(of: view) else { return [.say(noNumber(view, context))] }
    guard number.mark.isCallable else { return [.say(context.words["call.number.\(number.mark.rawValue)"])] }
    return [.call(Call(view: view, number: number, since: context.now))]
  }

  /// W34
  static func copy(_ view: CustomerView, number: CustomerNumber? = nil, _ context: Context) -> [Effect] {
    guard let number = number ?? best(of: view) else { return [.say(noNumber(view, context))] }
    return [
      .copy(number.dialled), .say(context.words("message.copied", ["number": number.dialled])),
    ]
  }

  static func best(of view: CustomerView) -> CustomerNumber? {
    view.numbers.first { $0.mark.isCallable && $0.use != .fax }
  }

  private static func noNumber(_ view: CustomerView, _ context: Context) -> String {
    context.words("call.no_number", ["customer": view.customer.name])
  }
}
