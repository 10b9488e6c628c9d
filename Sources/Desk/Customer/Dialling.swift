import Domain
import Services

/// From a customer to a call: which number, and whether it may be called.
enum Dialling {
  /// Why a number is not dialled, in words.
  struct Reason: Error {
    let text: String
  }

  /// The number chosen, else the first that may be called. Numbers are for who holds the customer (R2.2).
  static func number(
    of view: CustomerView, _ chosen: CustomerNumber?, _ context: Context
  ) -> Result<CustomerNumber, Reason> {
    if view.customer.holder != context.session.person.id {
      return .failure(Reason(text: context.words["customer.not_yours"]))
    }
    guard let number = chosen ?? best(of: view) else {
      return .failure(Reason(text: context.words("call.no_number", ["customer": view.customer.name])))
    }
    if number.mark.isCallable { return .success(number) }
    return .failure(Reason(text: context.words["call.number.\(number.mark.rawValue)"]))
  }

  /// W34
  static func copy(_ view: CustomerView, number: CustomerNumber? = nil, _ context: Context) -> [Effect] {
    switch Dialling.number(of: view, number, context) {
    case .success(let number):
      [.copy(number.dialled), .say(context.words("message.copied", ["number": number.spoken]))]
    case .failure(let reason): [.say(reason.text)]
    }
  }

  static func best(of view: CustomerView) -> CustomerNumber? {
    view.numbers.first { $0.isCallable }
  }
}

extension Job {
  /// Copies its number as soon as it is read.
  static func copying(_ id: CustomerID) -> Job {
    Job(.customer(id)) { desk, _, view in
      guard case .success(let view) = view else { return [] }
      return Dialling.copy(view, desk.context)
    }
  }
}
