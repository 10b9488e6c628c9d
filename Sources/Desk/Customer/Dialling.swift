import Domain
import Services

/// From a customer to a call: which number, and whether it may be called (R6.7).
enum Dialling {
  /// Why a number is not dialled, in words.
  struct Reason: Error {
    let text: String
  }

  /// The number chosen, else the first that may be called. Numbers are for who holds the customer (R2.2).
  static func number(
    of view: CustomerView, _ chosen: CustomerNumber?, _ context: Context
  ) -> Result<CustomerNumber, Reason> {
    free(view, chosen, context).flatMap { number in
      let bar = view.dialling(context).bar(on: number)
      return bar.map { .failure(reason($0, context)) } ?? .success(number)
    }
  }

  /// Why the number is not dialled now; nil where it may be.
  static func bar(_ view: CustomerView, _ number: CustomerNumber?, _ context: Context) -> Hindrance? {
    guard case .failure(let reason) = Dialling.number(of: view, number, context) else { return nil }
    return .worded(reason.text)
  }

  /// Why nobody is dialled at this hour; nil where one may be.
  static func quiet(_ context: Context) -> Hindrance? {
    context.policy.calling.quietUntil(context.now, in: context.calendar)
      .map { .worded(reason(.quiet(until: $0), context).text) }
  }

  /// W34. What bars a call of now does not keep anybody from writing the number down, but it is said.
  static func copy(_ view: CustomerView, number: CustomerNumber? = nil, _ context: Context) -> [Effect] {
    switch free(view, number, context) {
    case .failure(let reason): return [.say(reason.text)]
    case .success(let number):
      let bar = view.dialling(context).bar(on: number).map { reason($0, context).text }
      let copied = context.words("message.copied", ["number": number.spoken])
      return [.copy(number.dialled), .say([copied, bar].compactMap { $0 }.joined(separator: ". "))]
    }
  }

  /// One of his own that may be called, now or at another time.
  private static func free(
    _ view: CustomerView, _ chosen: CustomerNumber?, _ context: Context
  ) -> Result<CustomerNumber, Reason> {
    if view.customer.holder != context.session.person.id {
      return .failure(Reason(text: context.words["customer.not_yours"]))
    }
    let check = view.dialling(context)
    guard let number = chosen ?? check.choice(of: view.numbers) else {
      return .failure(Reason(text: context.reason(of: .noNumberToDial)))
    }
    switch check.bar(on: number) {
    case .noPhone?: return .failure(reason(.noPhone, context))
    case .marked(let mark)?: return .failure(reason(.marked(mark), context))
    case .quiet, .triedEnough, nil: return .success(number)
    }
  }

  private static func reason(_ bar: DiallingBar, _ context: Context) -> Reason {
    Reason(text: context.reason(of: .cannotDial(bar)))
  }
}

extension CustomerView {
  func dialling(_ context: Context) -> DiallingCheck { dialling(at: context.now, in: context.calendar) }
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
