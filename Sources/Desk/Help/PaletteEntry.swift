import TerminalKit

/// What can be typed behind `:`, under any of its names: a command, or an act of the pane below that has a key.
struct PaletteEntry: Sendable {
  private enum Source: Sendable {
    case command(PaletteCommand)
    /// With the digits that its key waits for.
    case key(Prefix?)
  }

  private let source: Source
  /// The first is the one that is shown.
  private let names: [String]
  /// As it stands among all of them.
  let usage: HelpLine

  init(_ command: PaletteCommand, _ context: Context) {
    source = .command(command)
    names = command.names(context)
    usage = command.usage(context)
  }

  /// Nil where commands have all its names.
  ///
  /// - Parameters:
  ///   - line: that of the key, in the help.
  ///   - text: what it does.
  init?(_ line: HelpLine, names: [String], text: String, prefix: Prefix?, _ context: Context) {
    let taken = PaletteCommand.allCases.flatMap { $0.names(context) }
    self.names = names.filter { !taken.contains($0) }
    guard let name = self.names.first else { return nil }
    source = .key(prefix)
    let isDisabled = line.row.keys.hasPrefix("(")
    let row = PaletteRow(
      keys: isDisabled ? "(:\(name))" : ":" + name, text: text,
      remark: isDisabled ? line.row.remark : line.row.keys.split(separator: " ").joined(separator: "  "),
      searchTerms: line.row.searchTerms,
      section: line.row.section)
    usage = HelpLine(row: row, run: line.run, completion: prefix == nil ? nil : ":\(name) ")
  }

  /// The texts of which initials are found too.
  var texts: [String] { names + usage.texts }

  // MARK: reading

  /// The lines for what was typed, colon and all; nil where it is no command.
  static func lines(
    for query: String, among entries: [PaletteEntry], _ knowledge: PaletteKnowledge, _ context: Context
  ) -> [HelpLine]? {
    let isCommand = query.first == ":" || query.first == "："
    let typed = query.drop { $0 == " " || $0 == ":" || $0 == "：" }
    if String(typed).looksLikeNumber { return [HelpLine.caller(String(typed), context).found(by: query)] }
    guard isCommand else { return nil }
    let named = entries.compactMap { entry in entry.argument(in: typed).map { (entry, $0) } }
    // Of two names that stand there, the longer one was meant.
    guard let (entry, argument) = named.min(by: { $0.1.utf8.count < $1.1.utf8.count }) else {
      return begun(with: typed.lowercased(), entries, knowledge).map { $0.found(by: query) }
    }
    return entry.lines(argument, knowledge, context).map { $0.found(by: query) }
  }

  /// Those whose names begin so, or have these initials.
  private static func begun(
    with typed: String, _ entries: [PaletteEntry], _ knowledge: PaletteKnowledge
  ) -> [HelpLine] {
    entries.filter { entry in
      entry.names.contains { name in
        name.lowercased().hasPrefix(typed) || knowledge.initials[name]?.hasPrefix(typed) ?? false
      }
    }.map(\.usage)
  }

  /// What follows one of its names; nil where none stands there whole. After a Chinese name no blank is needed.
  private func argument(in typed: Substring) -> String? {
    let arguments = names.compactMap { name -> String? in
      guard typed.lowercased().hasPrefix(name.lowercased()) else { return nil }
      let rest = typed.dropFirst(name.count)
      guard rest.first == " " || name.first?.isASCII == false || rest.isEmpty && isWhole else { return nil }
      return rest.drop { $0 == " " }.description
    }
    return arguments.min { $0.utf8.count < $1.utf8.count }
  }

  private var isWhole: Bool {
    switch source {
    case .command(let command): command.isWhole
    case .key(let prefix): prefix == nil
    }
  }

  private func lines(
    _ argument: String, _ knowledge: PaletteKnowledge, _ context: Context
  ) -> [HelpLine] {
    switch source {
    case .command(let command): return command.lines(argument, knowledge, context)
    case .key(nil): return [usage]
    case .key(let prefix?):
      return PaletteChoice.matching(argument, among: prefix.paletteChoices(context), knowledge).map {
        HelpLine($0, of: usage, named: names.first ?? "")
      }
    }
  }
}

extension Prefix {
  /// What the digits mean, as arguments of the act.
  fileprivate func paletteChoices(_ context: Context) -> [PaletteChoice] {
    choices(context).compactMap { choice in
      let digits = choice.text.prefix { $0.isWholeNumber }
      guard let digit = Int(digits) else { return nil }
      let text = choice.text.dropFirst(digits.count).drop { $0 == " " }
      return PaletteChoice(text: String(text), terms: [String(digits)], run: .take(self, digit))
    }
  }
}

extension HelpLine {
  /// R5.11: whose number it is.
  fileprivate static func caller(_ number: String, _ context: Context) -> HelpLine {
    HelpLine(
      row: PaletteRow(
        keys: "Enter", text: number, remark: context.words["palette.caller"],
        section: context.words["help.commands"]),
      run: .findCaller(number))
  }

  /// It was chosen by what was typed: the field narrows no further.
  fileprivate func found(by query: String) -> HelpLine {
    let found = PaletteRow(
      keys: row.keys, text: row.text, remark: row.remark, searchTerms: query.lowercased(),
      section: row.section)
    return HelpLine(row: found, run: run, completion: completion)
  }
}
