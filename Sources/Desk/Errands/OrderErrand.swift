import Domain
import Services

/// Brings an order in (R8.7).
struct OrderErrand: Errand {
  let subject: Subject
  let amount: Amount
  let contract: String

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> OrderID {
    try AddOrder(subject.id, amount: amount, contract: contract).perform(by: actor, at: now, in: house)
  }

  func report(_ id: OrderID, _ context: Context) -> String? {
    context.words(
      "report.ordered", ["id": String(id.value), "customer": subject.name, "amount": amount.grouped])
  }
}
