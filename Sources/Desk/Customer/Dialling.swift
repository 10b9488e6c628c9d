import Domain
import Services

/// From a customer to a call: which number, and whether it may be called.
enum Dialling {
  /// Dials the number chosen, else the first that may be called.
  static func call(_ view: CustomerView, number: CustomerNumber? = nil, _ context: Context) -> [Effect] {
    if let refusal = refusal(view, context) { return refusal }
    guard let number = number ?? best(of: view) else { return [.say(noNumber(view, context))] }
    guard number.mark.isCallable else { return [.say(context.words["call.number.\(number.mark.rawValue)"])] }
    return [.call(Call(view: view, number: number, since: context.now))]
  }

  /// W34
  static func copy(_ view: CustomerView, number: CustomerNumber? = nil, _ context: Context) -> [Effect] {
    if let refusal = refusal(view, context) { return refusal }
    guard let number = number ?? best(of: view) else { return [.say(noNumber(view, context))] }
    return [
      .copy(number.dialled), .say(context.words("message.copied", ["number": number.dialled])),
    ]
  }

  /// Numbers are for who holds the customer (R2.2).
  private static func refusal(_ view: CustomerView, _ context: Context) -> [Effect]? {
    view.customer.holder == context.session.person.id ? nil : [.say(context.words["customer.not_yours"])]
  }

  static func best(of view: CustomerView) -> CustomerNumber? {
    view.numbers.first { $0.isCallable }
  }

  private static func noNumber(_ view: CustomerView, _ context: Context) -> String {
    context.words("call.no_number", ["customer": view.customer.name])
  }
}

extension Job {
  /// Calls a customer as soon as it is read.
  static func dialling(_ id: CustomerID) -> Job { reading(id) { Dialling.call($0, $1) } }

  /// Copies its number as soon as it is read.
  static func copying(_ id: CustomerID) -> Job { reading(id) { Dialling.copy($0, $1) } }

  private static func reading(
    _ id: CustomerID, then act: @escaping @Sendable (CustomerView, Context) -> [Effect]
  ) -> Job {
    Job(.customer(id)) { desk, _, view in
      guard case .success(let view) = view else { return [] }
      return act(view, desk.context)
    }
  }
}
