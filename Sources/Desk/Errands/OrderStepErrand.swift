import Domain
import Services

/// What is done with an order in the pane of those that wait.
enum OrderStep: String, Sendable {
  case confirm, open, pay, void
}

/// Takes an order a step further (R8.7): what was typed is a day, an amount, or why.
struct OrderStepErrand: Errand {
  let line: OrderQueue.Line
  let step: OrderStep
  let text: String

  var about: Subject? { Subject(line) }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    let words = text.split(separator: " ").map(String.init)
    switch step {
    case .confirm:
      try ConfirmOrder(line.id, on: day(words.first, "date")).perform(by: actor, at: now, in: house)
    case .open:
      let days = TermDays(
        opensOn: try day(words.first, "date"),
        expiresOn: try words.dropFirst().first.map { try day($0, "expires") })
      try OpenOrder(line.id, days).perform(by: actor, at: now, in: house)
    case .pay:
      guard let amount = words.first.flatMap({ Amount($0) }) else {
        throw Refusal.invalidField("amount", .unreadable)
      }
      let days = words.dropFirst()
      try AddPayment(
        line.id, amount: amount,
        paidOn: try days.first.map { try day($0, "date") } ?? house.rules.calendar.day(of: now),
        restDue: try days.dropFirst().first.map { try day($0, "rest_due") }
      ).perform(by: actor, at: now, in: house)
    case .void: try VoidOrder(line.id, reason: text).perform(by: actor, at: now, in: house)
    }
  }

  private func day(_ text: String?, _ field: String) throws(Refusal) -> Day {
    guard let day = text.flatMap({ Day(iso: $0) }) else { throw .invalidField(field, .unreadable) }
    return day
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words(
      "report.order.\(step.rawValue)",
      ["id": String(line.id.value), "customer": line.customerName.cut(to: 30), "text": text.cut(to: 30)])
  }
}

extension Subject {
  init(_ line: OrderQueue.Line) { self.init(line.order.customer, name: line.customerName) }
}
