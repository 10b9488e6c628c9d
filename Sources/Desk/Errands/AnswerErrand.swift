import Domain
import Services

/// Answers a request (R8.4).
protocol AnswerErrand: CustomerErrand {
  var request: RequestID { get }
  static var isGranted: Bool { get }
  var remark: String { get }
}

extension AnswerErrand {
  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try AnswerRequest(request, granted: Self.isGranted, remark: remark).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    context.words(Self.said, ["customer": subject.name])
  }
}

/// Grants what was asked.
struct GrantErrand: AnswerErrand {
  let request: RequestID
  let subject: Subject

  static let said = "report.granted"
  static let isGranted = true
  var remark: String { "" }

  init(_ asked: AskedRequest) {
    request = asked.id
    subject = Subject(asked)
  }
}

/// Refuses what was asked, with a remark that the asker reads.
struct TurnDownErrand: AnswerErrand {
  let request: RequestID
  let subject: Subject
  let remark: String

  static let said = "report.turned_down"
  static let isGranted = false

  init(_ asked: AskedRequest, remark: String) {
    request = asked.id
    subject = Subject(asked)
    self.remark = remark
  }
}

extension Subject {
  init(_ asked: AskedRequest) { self.init(asked.customer, name: asked.customerName) }
}
