import Domain
import Services

/// What is known of a customer, changed.
enum ChangeCommands {
  static let numbers = [
    OptionSpec("--phone", "P", .repeated), OptionSpec("--fax", "F", .repeated),
    OptionSpec("--mobile", "M", .repeated), OptionSpec("--wechat", "ID", .repeated),
  ]

  static let all = [
    CommandSpec(
      "change", [.required("CUSTOMER")],
      [
        OptionSpec("--name", "N"), OptionSpec("--address", "A"), OptionSpec("--industry", "I"),
        OptionSpec("--remark", "R"), OptionSpec("--company"), OptionSpec("--person"),
      ], run: change),
    CommandSpec(
      "av", [.required("CUSTOMER")],
      AVField.allCases.map { OptionSpec(option($0), "TEXT") }, run: verify),
    CommandSpec("number add", [.required("CUSTOMER")], numbers, run: addNumbers),
    CommandSpec(
      "number mark",
      [
        .required("CUSTOMER"), .required("NUMBER"),
        .required("MARK", .all(of: NumberMark.self, under: "mark")),
      ], run: markNumber),
    CommandSpec(
      "number lift", [.required("NUMBER")],
      [OptionSpec("--reason", "R", .required), OptionSpec("--area", "CODE")], run: lift),
    CommandSpec(
      "tell", [.required("CUSTOMER")],
      [OptionSpec("--text", "T"), OptionSpec("--phone", "P", .repeated), OptionSpec("--contact", "C")],
      run: tell),
  ]

  /// `--licence-name`
  private static func option(_ field: AVField) -> String {
    "--" + field.rawValue.replacing("_", with: "-")
  }

  private static func change(_ call: Invocation) throws -> Reply {
    let arguments = call.arguments
    guard
      ["--name", "--address", "--industry", "--remark", "--company", "--person"].contains(
        where: arguments.has)
    else { throw UsageError.missing("--name|--address|--industry|--remark|--company|--person") }
    if arguments.has("--company") && arguments.has("--person") {
      throw UsageError.twice("--company|--person")
    }
    var change = CustomerChange()
    change.kind = arguments.has("--company") ? .company : arguments.has("--person") ? .person : nil
    change.name = arguments.value("--name")
    change.address = arguments.value("--address")
    change.industry = arguments.value("--industry")
    change.remark = arguments.value("--remark")
    return try perform(change, call)
  }

  private static func verify(_ call: Invocation) throws -> Reply {
    var change = CustomerChange()
    for field in AVField.allCases { change.av[field] = call.arguments.value(option(field)) }
    if change.av.isEmpty { throw UsageError.missing(AVField.allCases.map(option).joined(separator: "|")) }
    return try perform(change, call)
  }

  private static func addNumbers(_ call: Invocation) throws -> Reply {
    guard numbers.contains(where: { call.arguments.has($0.name) }) else {
      throw UsageError.missing("--phone|--fax|--mobile|--wechat")
    }
    return try perform(withNumbers(call), call)
  }

  static func withNumbers(_ call: Invocation) -> CustomerChange {
    var change = CustomerChange()
    change.phones = call.arguments.all("--phone")
    change.faxes = call.arguments.all("--fax")
    change.mobiles = call.arguments.all("--mobile")
    change.wechats = call.arguments.all("--wechat")
    return change
  }

  private static func markNumber(_ call: Invocation) throws -> Reply {
    let text = call.arguments.operand(2) ?? ""
    let mark = try ParsedArguments.word(text, of: "MARK", as: NumberMark.self)
    var change = CustomerChange()
    change.marks = [NumberMarking((call.arguments.operand(1) ?? "").filter(\.isWholeNumber), mark)]
    return try perform(change, call)
  }

  static func perform(_ change: CustomerChange, _ call: Invocation) throws -> Reply {
    try perform(change, on: call.customer(), call)
  }

  static func perform(_ change: CustomerChange, on id: CustomerID, _ call: Invocation) throws -> Reply {
    let session = try call.session()
    let changed = try ChangeCustomer(id, change).perform(
      by: session.actor.id, at: call.now, in: session.house)
    let dispute = changed.dispute
    let others = dispute == nil ? changed.unprotected.map { call.wording.text(of: $0, at: call.now) } : []
    return Reply(
      [
        "code": .text(id.code), "receipt": .text(changed.receipt),
        "unprotected": .bool(!changed.unprotected.isEmpty),
        "twin": .text(dispute?.twin.code), "twin_name": .text(dispute?.twinName),
      ],
      text: dispute.map {
        call.words(
          "change.unprotected", ["code": id.code, "twin": $0.twin.code, "name": $0.twinName])
      } ?? ([call.words("change.done", ["code": id.code])] + others).joined(separator: "\n"))
  }

  private static func lift(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let customers = try LiftDoNotCall(
      call.arguments.operand(0) ?? "", area: call.arguments.value("--area"),
      reason: call.arguments.value("--reason") ?? ""
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    let codes = customers.map(\.code)
    return Reply(
      ["customers": .list(codes.map { .text($0) })],
      text: call.words("lift.done", ["codes": codes.joined(separator: ", ")]))
  }

  private static func tell(_ call: Invocation) throws -> Reply {
    let id = try call.customer()
    let session = try call.session()
    try TellHolder(
      id, text: call.arguments.value("--text") ?? "", numbers: call.arguments.all("--phone"),
      contact: call.arguments.value("--contact") ?? ""
    ).perform(by: session.actor.id, at: call.now, in: session.house)
    return Reply(["code": .text(id.code)], text: call.words("tell.done", ["code": id.code]))
  }
}
