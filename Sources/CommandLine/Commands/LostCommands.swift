import Domain
import Services

/// A customer is lost, or set aside (R3.9, R2.4).
enum LostCommands {
  static let ofRequests = [
    CommandSpec(
      "lost ask", [.required("CUSTOMER")],
      [
        OptionSpec("--reason", "R", .required, .all(of: LostReason.self, under: "lost_reason")),
        OptionSpec("--competitor", "C"), OptionSpec("--explanation", "T", .required),
      ], run: ask),
    CommandSpec(
      "lost answer", [.required("ID")],
      [
        OptionSpec("--agree"), OptionSpec("--back"), OptionSpec("--give", "LOGIN"),
        OptionSpec("--remark", "R"),
      ],
      run: answer),
  ]

  static let ofCustomers = [
    CommandSpec(
      "void", [.customers], [OptionSpec("--reason", "R", .required), OptionSpec("--ask")], run: void),
    CommandSpec("deactivate", [.customers], [OptionSpec("--reason", "R", .required)]) {
      try setAside($0, as: .inactive)
    },
    CommandSpec("reactivate", [.customers], run: reactivate),
  ]

  private static func ask(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    guard let reason = try call.arguments.word("--reason", as: LostReason.self) else {
      throw UsageError.missing("--reason")
    }
    let session = try call.session()
    let asked = try AskLost(
      id, reason: reason, competitor: call.arguments.value("--competitor") ?? "",
      explanation: call.arguments.value("--explanation") ?? ""
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    return call.asked(asked, .lost, about: id)
  }

  private static func answer(_ call: Invocation) throws -> Reply {
    let answers = ["--agree", "--back", "--give"].filter(call.arguments.has)
    guard answers.count == 1 else { throw UsageError.missing("--agree|--back|--give") }
    guard let login = call.arguments.value("--give") else {
      return try ApprovalCommands.answer(call, granted: answers[0] == "--agree", of: .lost)
    }
    let id = try call.request()
    let session = try call.session()
    let receiver = try Reading.person(login: login, in: session.house)
    try AnswerRequest(
      id, givingTo: receiver.id, remark: call.arguments.value("--remark") ?? ""
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["id": .integer(Int(id.value)), "granted": .bool(false), "given_to": .text(login)],
      text: call.words("lost.given", ["name": receiver.name]))
  }

  private static func void(_ call: Invocation) throws -> Reply {
    guard call.arguments.has("--ask") else { return try setAside(call, as: .void) }
    let reason = call.arguments.value("--reason") ?? ""
    let session = try call.session()
    return try call.onEach { id in
      let asked = try AskVoid(id, reason: reason).perform(
        by: session.actor.id, at: call.now, in: session.house)
      return call.asked(asked, .void, about: id)
    }
  }

  private static func setAside(_ call: Invocation, as aside: Aside) throws -> Reply {
    let reason = call.arguments.value("--reason") ?? ""
    let session = try call.session()
    return try call.onEach { id in
      try SetAsideCustomer(id, as: aside, reason: reason).perform(
        by: session.actor.id, at: call.now, in: session.house)
      let state: CustomerState = aside == .void ? .void : .inactive
      return Reply(
        ["code": .text(id.code), "state": .text(state.rawValue)],
        text: call.words("aside.\(aside.rawValue).done", ["code": id.code]))
    }
  }

  private static func reactivate(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    return try call.onEach { id in
      try ReactivateCustomer(id).perform(by: session.actor.id, at: call.now, in: session.house)
      return Reply(
        ["code": .text(id.code), "state": .text(CustomerState.unassigned.rawValue)],
        text: call.words("reactivate.done", ["code": id.code]))
    }
  }
}

extension Invocation {
  /// What was asked, and of whom.
  func asked(_ asked: Asked, _ kind: RequestKind, about customer: CustomerID) -> Reply {
    Reply(
      [
        "id": .integer(Int(asked.request.value)), "kind": .text(kind.rawValue),
        "code": .text(customer.code), "state": .text(RequestState.open.rawValue),
        "asked_of": .text(asked.of?.name),
      ],
      text: words(
        "request.asked",
        [
          "id": String(asked.request.value), "request": words["request.\(kind.rawValue)"],
          "code": customer.code, "name": asked.of?.name ?? words["request.asked.nobody"],
        ]))
  }
}
