import Assets
import Domain
import FoundationEssentials
import Services

/// One call of one command.
struct Invocation {
  let arguments: ParsedArguments
  let context: Context
  /// As they ship.
  let rules: HouseRules
  let wording: Wording

  init(_ arguments: ParsedArguments, _ context: Context) throws {
    self.arguments = arguments
    self.context = context
    rules = try context.rules
    wording = Wording(context.words, calendar: rules.calendar)
  }

  var words: Words { context.words }
  var calendar: HouseCalendar { rules.calendar }

  func session() throws -> Session { try Session(context) }

  /// The house whose adopted rules hold (R4.15); nil where there is no base, and what ships holds.
  func house() throws -> House? {
    guard FileManager.default.fileExists(atPath: context.path) else { return nil }
    return try House(path: context.path, access: .write, rules: rules, origin: "command")
  }

  /// The operand as a customer code or id.
  func customer(_ index: Int = 0) throws -> CustomerID {
    try CustomerID(typed: arguments.operand(index) ?? "")
  }

  func customer(option: String) throws -> CustomerID? {
    try arguments.value(option).map { try CustomerID(typed: $0) }
  }

  /// What stands above the columns of a list.
  func heading(_ columns: String...) -> [String] { columns.map { words["column.\($0)"] } }

  func time(_ moment: Instant?) -> JSONOutput {
    .text(moment.map(calendar.iso8601))
  }
}

extension CustomerID {
  /// A code or id as somebody typed it.
  init(typed text: String) throws {
    guard let id = CustomerID(codeOrID: text) else { throw Refusal.unknownCustomer(text) }
    self = id
  }
}
