import Assets
import Domain
import Services

/// What help says: of all commands their names, of one of them everything (R12.1).
struct HelpReply {
  private let call: Invocation

  init(_ call: Invocation) {
    self.call = call
  }

  // MARK: all commands

  /// Names in groups, on one screen of 80 by 24; with `--json` every command with its usage.
  var overview: Reply {
    if call.context.isJSON { return list(CommandTable.all, beside: [screens]) }
    let rows = CommandGroup.allCases.flatMap { group in
      HelpReply.folded(HelpReply.names(group.commands)).enumerated().map { index, line in
        Reply.Item(json: .null, row: [index == 0 ? title(group) : "", line])
      }
    }
    var reply = Reply(list: [screens] + rows, whenEmpty: "")
    let groups = CommandGroup.allCases.map(\.rawValue).filter { CommandTable.named($0) == nil }
    reply.footnote =
      call.words["help.more"] + "\n"
      + call.words("help.groups", ["groups": groups.joined(separator: ", ")])
    return reply
  }

  func list(_ commands: [CommandSpec], beside others: [Reply.Item] = []) -> Reply {
    Reply(
      list: others + commands.map { Reply.Item(json: json($0), row: ["tideline \($0.name)", text($0)]) },
      whenEmpty: "")
  }

  private var screens: Reply.Item {
    Reply.Item(
      json: .object([
        "command": .text(""), "usage": .text("tideline"), "text": .text(call.words["help.screens"]),
        "group": .text(CommandGroup.base.rawValue),
      ]),
      row: ["tideline", call.words["help.screens"]])
  }

  private func title(_ group: CommandGroup) -> String { call.words["help.group.\(group.rawValue)"] }

  /// `order ...`: what begins with the same word is told once; `help order` tells the rest.
  private static func names(_ commands: [CommandSpec]) -> [String] {
    let words = commands.map { $0.name.split(separator: " ").map(String.init) }
    let first = words.map { $0[0] }.enumerated().filter { index, word in
      words[..<index].allSatisfy { $0[0] != word }
    }
    return first.map { _, word in
      words.contains { $0.count > 1 && $0[0] == word } ? "\(word) ..." : word
    }
  }

  /// In lines that leave room for the title of their group.
  private static func folded(_ names: [String]) -> [String] {
    var lines: [String] = []
    for name in names {
      if let line = lines.last, line.count + 2 + name.count <= 64 {
        lines[lines.count - 1] = line + ", " + name
      } else {
        lines.append(name)
      }
    }
    return lines
  }

  // MARK: one command

  func reply(_ spec: CommandSpec) throws -> Reply {
    let operands = spec.operands.compactMap { operand in
      text(operand).map { Reply.Item(json: .null, row: ["  \(operand.name)", $0]) }
    }
    let options = spec.options.map { item($0, of: spec) }
    let global = OptionSpec.global.map { item($0, of: spec) }
    let head = Reply.Item(json: json(spec), text: "tideline \(spec.usage)\n  \(text(spec))\n")
    // `note correct` beside `note`.
    let family = CommandTable.all.filter { $0.name.hasPrefix(spec.name + " ") }.map { more in
      Reply.Item(json: json(more), row: ["tideline \(more.name)", text(more)])
    }
    if call.context.isJSON { return Reply(list: [head] + family, whenEmpty: "") }
    func between(_ text: String) -> [Reply.Item] { [Reply.Item(json: .null, text: "\n" + text)] }
    return Reply(
      list: [head] + operands + options + between(call.words["help.global"]) + global
        + (family.isEmpty ? [] : between(call.words["help.family"]) + family),
      whenEmpty: "")
  }

  private func text(_ operand: Operand) -> String? {
    let key = "operand.\(HelpReply.key(operand.name.lowercased()))"
    return operand.choices.map { words(of: $0) } ?? (call.words.has(key) ? call.words[key] : nil)
  }

  private func item(_ option: OptionSpec, of spec: CommandSpec) -> Reply.Item {
    let choices = option.choices.map { words(of: $0) }
    let texts = [text(option, of: spec), choices].compactMap { $0 }.joined(separator: ": ")
    let sign = option.count == .required ? "*" : " "
    return Reply.Item(json: .null, row: ["\(sign) \(option.withValue)", texts])
  }

  /// What an option is for: of this command, of all that have it, or else the field it fills in.
  private func text(_ option: OptionSpec, of spec: CommandSpec) -> String {
    let name = HelpReply.key(String(option.name.dropFirst(2)))
    let keys = ["option.\(name).\(HelpReply.key(spec.name))", "option.\(name)"]
    return call.words[keys.first(where: call.words.has) ?? "field.\(name)"]
  }

  /// `call (电话), visit (上门)`
  private func words(of choices: Choices) -> String {
    switch choices {
    case .words(let all, let prefix):
      all.map { word in titled(word, prefix.map { call.words["\($0).\(word)"] }) }.joined(separator: ", ")
    case .rules(let names): names(call.rules).joined(separator: ", ")
    case .columns:
      ImportColumn.allCases.map(call.errors.name).joined(separator: ", ")
    case .policy(let choices):
      call.policy.map(choices)?.map { titled($0.word, titles(of: $0.word, $0.title)) }.joined(separator: ", ")
        ?? ""
    }
  }

  /// What the screens call it, in short too where that is another word: `connected (reached)`.
  private func titles(of word: String, _ title: Title?) -> String? {
    let short = "outcome.short.\(word)"
    let name = title.map(call.wording.title)
    guard call.words.has(short), call.words[short] != name else { return name }
    let names = [name, call.words[short]].compactMap { $0 }.filter { $0 != word }
    return names.joined(separator: ", ")
  }

  private func titled(_ word: String, _ title: String?) -> String {
    title.map { $0.isEmpty || $0 == word ? word : "\(word) (\($0))" } ?? word
  }

  // MARK: what a command is for

  private func json(_ spec: CommandSpec) -> JSONOutput {
    let group = CommandGroup.allCases.first { $0.commands.contains { $0.name == spec.name } }
    return .object([
      "command": .text(spec.name), "usage": .text("tideline \(spec.usage)"), "text": .text(text(spec)),
      "group": .text(group?.rawValue),
    ])
  }

  private func text(_ spec: CommandSpec) -> String { call.words["help.\(HelpReply.key(spec.name))"] }

  private static func key(_ name: String) -> String { String(name.map { $0.isLetter ? $0 : "_" }) }
}
