import Domain
import Services

/// Answers a request (R8.4).
protocol AnswerErrand: Repeatable {
  var asked: AskedRequest { get }
  static var isGranted: Bool { get }
  var remark: String { get }
}

extension AnswerErrand {
  var name: String { asked.about }
  var about: Subject? { Subject(asked) }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    let answer = AnswerRequest(asked.id, granted: Self.isGranted, remark: remark)
    try answer.perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words(Self.said, ["customer": name])
  }
}

/// Grants what was asked.
struct GrantErrand: AnswerErrand {
  let asked: AskedRequest

  static let said = "report.granted"
  static let isGranted = true
  var remark: String { "" }
}

/// Refuses what was asked, with a remark that the asker reads.
struct TurnDownErrand: AnswerErrand {
  let asked: AskedRequest
  let remark: String

  static let said = "report.turned_down"
  static let isGranted = false
}

extension Subject {
  /// Nil where it is about no one customer.
  init?(_ asked: AskedRequest) {
    guard let customer = asked.customer else { return nil }
    self.init(customer, name: asked.customerName)
  }
}
