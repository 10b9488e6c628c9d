import Domain
import Services

/// What is known of a buyer: what it needs, the words it is found by, how far the sale is (R6.6, R10.1, R10.4).
enum ProfileCommands {
  private static let tagged: [Operand] = [.customers, .required("TAG"), .repeated("TAG")]

  static let all = [
    CommandSpec(
      "profile", [.required("CUSTOMER")],
      ProfileField.kept.map { OptionSpec(option($0), "TEXT") }, run: learn),
    CommandSpec("tag add", tagged) { try tag($0, isOn: true) },
    CommandSpec("tag drop", tagged) { try tag($0, isOn: false) },
    CommandSpec(
      "stage", [.customers, .required("N")], [OptionSpec("--why", "T")], run: move),
    CommandSpec("invalid", [.customers]) { try state($0, isInvalid: true) },
    CommandSpec("revive", [.customers]) { try state($0, isInvalid: false) },
  ]

  private static func option(_ field: ProfileField) -> String { "--" + field.rawValue }

  private static func learn(_ call: Invocation) throws -> Reply {
    var change = CustomerChange()
    for field in ProfileField.kept { change.profile[field] = call.arguments.value(option(field)) }
    if change.profile.isEmpty {
      throw UsageError.missing(ProfileField.kept.map(option).joined(separator: "|"))
    }
    return try ChangeCommands.perform(change, call)
  }

  private static func tag(_ call: Invocation, isOn: Bool) throws -> Reply {
    var change = CustomerChange()
    change.tags = call.arguments.operands.dropFirst().map { TagChange($0, isOn: isOn) }
    return try call.onEach { try ChangeCommands.perform(change, on: $0, call) }
  }

  private static func state(_ call: Invocation, isInvalid: Bool) throws -> Reply {
    var change = CustomerChange()
    change.isInvalid = isInvalid
    return try call.onEach { try ChangeCommands.perform(change, on: $0, call) }
  }

  private static func move(_ call: Invocation) throws -> Reply {
    let text = call.arguments.operand(1) ?? ""
    guard let stage = Int(text) else {
      let session = try call.session()
      let stages = try session.house.rules.policy(session.actor.policy).stages.count
      throw UsageError.badValue(text, of: "N", expected: "1-\(stages)")
    }
    var change = CustomerChange()
    change.stage = StageMove(to: stage, why: call.arguments.value("--why") ?? "")
    return try call.onEach { try ChangeCommands.perform(change, on: $0, call) }
  }
}
