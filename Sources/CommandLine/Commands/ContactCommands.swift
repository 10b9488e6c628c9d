import Domain
import Services

/// Who is at a customer, and who of them decides (R10.2).
enum ContactCommands {
  private static let options = [
    OptionSpec("--title", "T"), OptionSpec("--main"), OptionSpec("--care"),
    OptionSpec("--role", "R", .optional, .all(of: DecisionRole.self, under: "decision")),
    OptionSpec("--superior", "N"),
  ]

  static let all = [
    CommandSpec(
      "contact add", [.required("CUSTOMER")],
      [OptionSpec("--name", "N", .required)] + options + ChangeCommands.numbers, run: add),
    CommandSpec(
      "contact change", [.required("CUSTOMER"), .required("CONTACT")], [OptionSpec("--name", "N")] + options,
      run: change),
    CommandSpec(
      "contact link", [.required("CUSTOMER"), .required("CONTACT"), .optional("LISTENER")],
      [OptionSpec("--superior", "N"), OptionSpec("--drop")], run: link),
  ]

  private static func add(_ call: Invocation) throws -> Reply {
    var change = ChangeCommands.withNumbers(call)
    change.contacts = [try written(call, to: ContactChange(call.arguments.value("--name") ?? ""))]
    return try ChangeCommands.perform(change, call)
  }

  private static func change(_ call: Invocation) throws -> Reply {
    let names = ["--name"] + options.map(\.name)
    guard names.contains(where: call.arguments.has) else {
      throw UsageError.missing(names.joined(separator: "|"))
    }
    var contact = try written(call, to: known(call))
    contact.newName = call.arguments.value("--name")
    return try perform(contact, call)
  }

  /// Who listens to somebody, or to whom he reports.
  private static func link(_ call: Invocation) throws -> Reply {
    var contact = known(call)
    let isDropped = call.arguments.has("--drop")
    contact.superior = call.arguments.value("--superior")
    if let listener = call.arguments.operand(2) {
      contact.listeners[listener] = !isDropped
    } else if contact.superior == nil {
      throw UsageError.missing("LISTENER|--superior")
    }
    return try perform(contact, call)
  }

  private static func known(_ call: Invocation) -> ContactChange {
    var contact = ContactChange(call.arguments.operand(1) ?? "")
    contact.isKnown = true
    return contact
  }

  private static func written(_ call: Invocation, to contact: ContactChange) throws -> ContactChange {
    var contact = contact
    contact.title = call.arguments.value("--title")
    contact.isMain = call.arguments.has("--main")
    contact.isCare = call.arguments.has("--care")
    contact.role = try call.arguments.word("--role", as: DecisionRole.self)
    contact.superior = call.arguments.value("--superior")
    return contact
  }

  private static func perform(_ contact: ContactChange, _ call: Invocation) throws -> Reply {
    var change = CustomerChange()
    change.contacts = [contact]
    return try ChangeCommands.perform(change, call)
  }
}
