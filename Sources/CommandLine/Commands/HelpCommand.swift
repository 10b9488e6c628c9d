import Assets
import Domain
import Services

/// What the program can do, and which program this is.
enum HelpCommand {
  static let version = "0.1.0"

  static let all = [
    CommandSpec("demo") { throw ScreensWanted(context: try DemoBase.prepare($0.context)) },
    CommandSpec("help", [.optional("COMMAND"), .optional("WORD")], run: help),
    CommandSpec("version", answering: Reply(["version": .text(version)], text: "tideline \(version)")),
  ]

  private static func help(_ call: Invocation) throws -> Reply {
    let name = call.arguments.operands.joined(separator: " ")
    if name.isEmpty { return overview(call) }
    if let spec = CommandTable.named(name) { return try reply(spec, call) }
    let group = CommandTable.all.filter { $0.name.hasPrefix(name + " ") }
    if group.isEmpty { throw UsageError.unknownCommand(name) }
    return Reply(list: group.map { item($0, call) }, whenEmpty: "")
  }

  static func reply(_ spec: CommandSpec, _ call: Invocation) throws -> Reply {
    if spec.name.isEmpty { return overview(call) }
    let globals = OptionSpec.global.map(\.usage).joined(separator: " ")
    return Reply(
      json(spec, call),
      text: [
        "tideline \(spec.usage)", "  \(text(spec, call))", "",
        call.words("help.global", ["options": globals]),
      ].joined(separator: "\n"))
  }

  private static func overview(_ call: Invocation) -> Reply {
    let screens = Reply.Item(
      json: .object([
        "command": .text(""), "usage": .text("tideline"), "text": .text(call.words["help.screens"]),
      ]),
      text: "tideline\n    \(call.words["help.screens"])")
    return Reply(list: [screens] + CommandTable.all.map { item($0, call) }, whenEmpty: "")
  }

  private static func item(_ spec: CommandSpec, _ call: Invocation) -> Reply.Item {
    Reply.Item(json: .object(json(spec, call)), text: "tideline \(spec.usage)\n    \(text(spec, call))")
  }

  private static func json(_ spec: CommandSpec, _ call: Invocation) -> [String: JSONOutput] {
    ["command": .text(spec.name), "usage": .text("tideline \(spec.usage)"), "text": .text(text(spec, call))]
  }

  private static func text(_ spec: CommandSpec, _ call: Invocation) -> String {
    call.words["help.\(String(spec.name.map { $0.isLetter ? $0 : "_" }))"]
  }
}
