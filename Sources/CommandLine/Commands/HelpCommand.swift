import Assets
import Domain
import Services

/// What the program can do, and which program this is.
enum HelpCommand {
  static let version = "0.1.0"

  static let all = [
    CommandSpec("demo", [], [.plain]) { throw ScreensWanted(context: try DemoBase.prepare($0.context)) },
    CommandSpec("help", [.optional("COMMAND"), .optional("WORD")], run: help),
    CommandSpec("keys") { throw KeysWanted(context: $0.context) },
    CommandSpec("version", answering: Reply(["version": .text(version)], text: "tideline \(version)")),
  ]

  private static func help(_ call: Invocation) throws -> Reply {
    let operands = call.arguments.operands
    let name = operands.joined(separator: " ")
    if name.isEmpty { return HelpReply(call).overview }
    if let spec = CommandTable.named(name) { return try reply(spec, call) }
    let group =
      CommandGroup(rawValue: name)?.commands ?? CommandTable.all.filter { $0.name.hasPrefix(name + " ") }
    if group.isEmpty { throw CommandTable.unknown(operands[0], operands.dropFirst().first) }
    return HelpReply(call).list(group)
  }

  static func reply(_ spec: CommandSpec, _ call: Invocation) throws -> Reply {
    spec.name.isEmpty ? HelpReply(call).overview : try HelpReply(call).reply(spec)
  }
}
