import Domain
import Services

/// Makes a pair of a customer and of the one that is meant by a code or a number (R3.10).
struct PairErrand: Errand {
  let subject: Subject
  let text: String

  /// - Returns: the other of the two.
  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Subject {
    let other = try OtherLook.read(text, beside: subject.id, by: actor, in: house)
    try PairCustomers(subject.id, other.id).perform(by: actor, at: now, in: house)
    return Subject(other.id, name: other.name)
  }

  func report(_ other: Subject, _ context: Context) -> String? {
    context.words(
      "report.paired", ["customer": subject.name.cut(to: 30), "other": other.name.cut(to: 30)])
  }
}
