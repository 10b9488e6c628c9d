import Assets

/// One command as data: what it is called, what it takes, what it does. Parsing, usage lines and help read it.
struct CommandSpec: Sendable {
  /// `pick`, `person add`
  let name: String
  let operands: [Operand]
  let options: [OptionSpec]
  let run: @Sendable (Invocation) throws -> Reply
  /// What a command answers that asks nothing of a house; the program's start is all it takes.
  var itself: Reply?

  init(
    _ name: String, _ operands: [Operand] = [], _ options: [OptionSpec] = [],
    run: @escaping @Sendable (Invocation) throws -> Reply
  ) {
    self.name = name
    self.operands = operands
    self.options = options
    self.run = run
  }

  init(_ name: String, answering reply: Reply) {
    self.init(name) { _ in reply }
    itself = reply
  }

  /// `note CUSTOMER --kind K --outcome O --text T [--next WHEN]`
  var usage: String {
    ([name] + operands.map(\.usage) + options.map(\.usage)).joined(separator: " ")
  }
}

/// A word that stands by itself.
struct Operand: Sendable {
  enum Count: Sendable { case required, optional, repeated }

  let name: String
  let count: Count
  var choices: Choices?

  static func required(_ name: String, _ choices: Choices? = nil) -> Operand {
    Operand(name: name, count: .required, choices: choices)
  }
  /// One customer, several, or those that standard input names; the first operand of a command.
  static let customers = Operand(name: "CUSTOMERS", count: .required)
  static func optional(_ name: String) -> Operand { Operand(name: name, count: .optional) }
  /// Any number of them; the last operand of a command.
  static func repeated(_ name: String) -> Operand { Operand(name: name, count: .repeated) }

  var usage: String {
    switch count {
    case .required: name
    case .optional: "[\(name)]"
    case .repeated: "[\(name)]..."
    }
  }
}

/// A word that starts with two dashes.
struct OptionSpec: Sendable {
  enum Count: Sendable { case required, optional, repeated }

  let name: String
  /// What its value is called in the usage line; nil for one that has none.
  let value: String?
  let count: Count
  let choices: Choices?

  init(_ name: String, _ value: String? = nil, _ count: Count = .optional, _ choices: Choices? = nil) {
    self.name = name
    self.value = value
    self.count = count
    self.choices = choices
  }

  /// `--kind K`
  var withValue: String { value.map { "\(name) \($0)" } ?? name }

  var usage: String {
    switch count {
    case .required: withValue
    case .optional: "[\(withValue)]"
    case .repeated: "[\(withValue)]..."
    }
  }

  /// Of the screens: for who has them read aloud.
  static let plain = OptionSpec("--plain")

  /// Understood by every command.
  static let global = [
    OptionSpec("--db", "PATH"), OptionSpec("--as", "LOGIN"),
    OptionSpec("--lang", "L", .optional, .all(of: Language.self)), OptionSpec("--now", "ISO8601"),
    OptionSpec("--json"), OptionSpec("--help"),
  ]
}
