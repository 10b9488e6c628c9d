import Domain
import Services

/// A manager gives a customer to one of his people (R2.2).
struct TransferErrand: Errand {
  let transfer: Transfer

  var about: Subject? { transfer.subject }
  var reasonAgainstAgain: String? { "message.handover_is_back" }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> HandoverID {
    try TransferCustomer(transfer.subject.id, to: transfer.receiver.id).perform(by: actor, at: now, in: house)
  }

  func report(_: HandoverID, _ context: Context) -> String? {
    context.words(
      "report.transferred", ["customer": transfer.subject.name.cut(to: 30), "name": transfer.receiver.name])
  }

  func undo(_ handover: HandoverID) -> Undo? {
    Undo(back: TakeBackHandoverErrand(handover: handover, about: transfer.subject), again: self)
  }
}
