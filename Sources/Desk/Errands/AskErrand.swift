import Domain
import Services

/// Asks for more time with a customer (R4.8).
struct AskExtensionErrand: Errand {
  let subject: Subject
  let days: Int
  let reason: String

  /// - Returns: of whom it was asked; nil where nobody is there to answer.
  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Refusal.Holder? {
    let ask = AskExtension(subject.id, days: days, reason: reason)
    return try ask.perform(by: actor, at: now, in: house).of
  }

  /// W26
  func report(_ answerer: Refusal.Holder?, _ context: Context) -> String? {
    context.asked(subject, of: answerer, "report.asked")
  }
}

/// Asks for a customer that flowed back (R4.18).
struct AskBackErrand: Errand {
  let subject: Subject

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Refusal.Holder? {
    try AskTakeBack(subject.id).perform(by: actor, at: now, in: house).of
  }

  func report(_ answerer: Refusal.Holder?, _ context: Context) -> String? {
    context.asked(subject, of: answerer, "report.asked_back")
  }
}

extension Context {
  /// Anything else that is asked: until it is answered all goes on as it was.
  func asked(_ kind: RequestKind, _ subject: Subject, of answerer: Refusal.Holder?) -> String {
    guard let answerer else { return words("report.asked.of_nobody", ["customer": subject.name]) }
    return words(
      "report.asked.any",
      [
        "customer": subject.name.cut(to: 24), "request": words["request.\(kind.rawValue)"],
        "manager": answerer.name,
      ])
  }

  fileprivate func asked(_ subject: Subject, of answerer: Refusal.Holder?, _ key: String) -> String {
    guard let answerer else { return words("report.asked.of_nobody", ["customer": subject.name]) }
    return words(key, ["customer": subject.name, "manager": answerer.name])
  }
}
