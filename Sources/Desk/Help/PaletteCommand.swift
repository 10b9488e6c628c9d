import Domain
import TerminalKit

/// What can be typed behind `:`, most with an argument.
enum PaletteCommand: String, CaseIterable, Sendable {
  case go, filter, customer
  /// Done with the selected customer.
  case tag, untag, stage, task, document, invalid, revive
  case quit

  /// Whether it does something without an argument.
  private var isWhole: Bool { [.invalid, .revive, .quit].contains(self) }

  /// All its names, the one that is shown first.
  func names(_ context: Context) -> [String] {
    context.words["palette.\(rawValue).names"].split(separator: " ").map(String.init)
  }

  func name(_ context: Context) -> String { names(context).first ?? rawValue }

  /// As it stands among all of them, with an example.
  func usage(_ context: Context) -> HelpLine {
    HelpLine(
      row: PaletteRow(
        keys: ":" + name(context), text: context.words["palette.\(rawValue)"],
        remark: example(context), searchTerms: names(context).joined(separator: " "),
        section: context.words["help.commands"]),
      run: isWhole ? run("") : .complete(self))
  }

  func example(_ context: Context) -> String { context.words["palette.\(rawValue).example"] }

  /// Its name stands there, and what it wants is still to be typed.
  func isBegun(by query: String, _ context: Context) -> Bool {
    argument(in: query.drop { " :：".contains($0) }, context) == ""
      || names(context).contains { query == ":" + $0 }
  }

  /// With what was typed behind it.
  private func run(_ argument: String) -> HelpLine.Run {
    switch self {
    case .quit: .quit
    case .filter: .filter(argument)
    case .customer: .openCustomer(argument)
    default: .deed(self, argument)
    }
  }

  // MARK: reading

  /// The lines for what was typed, colon and all; nil where it is no command.
  static func lines(for query: String, initials: [String: String], _ context: Context) -> [HelpLine]? {
    let isCommand = query.first == ":" || query.first == "："
    let typed = query.drop { $0 == " " || $0 == ":" || $0 == "：" }
    if String(typed).looksLikeNumber { return [caller(String(typed), context).found(by: query)] }
    guard isCommand else { return nil }
    let found = allCases.compactMap { command in command.argument(in: typed, context).map { (command, $0) } }
    guard let (command, argument) = found.first else { return begun(with: typed, context) }
    return command.lines(argument, initials, context).map { $0.found(by: query) }
  }

  /// R5.11: whose number it is.
  private static func caller(_ number: String, _ context: Context) -> HelpLine {
    HelpLine(
      row: PaletteRow(
        keys: "Enter", text: number, remark: context.words["palette.caller"],
        section: context.words["help.commands"]),
      run: .findCaller(number))
  }

  /// The commands whose names begin so.
  private static func begun(with typed: Substring, _ context: Context) -> [HelpLine] {
    let typed = typed.lowercased()
    return allCases.filter { command in command.names(context).contains { $0.hasPrefix(typed) } }
      .map { $0.usage(context).found(by: ":" + typed) }
  }

  /// What follows one of its names; nil where none stands there whole. After a Chinese name no blank is needed.
  private func argument(in typed: Substring, _ context: Context) -> String? {
    for name in names(context) where typed.lowercased().hasPrefix(name) {
      let rest = typed.dropFirst(name.count)
      let isSet = name.first?.isASCII == false || rest.first == " "
      if isSet || (rest.isEmpty && isWhole) {
        return rest.drop { $0 == " " }.description
      }
    }
    return nil
  }

  private func lines(_ argument: String, _ initials: [String: String], _ context: Context) -> [HelpLine] {
    switch self {
    case .go: return panes(argument.lowercased(), initials, context)
    case .customer where CustomerID(codeOrID: argument) == nil: return [usage(context)]
    default: return isWhole || !argument.isEmpty ? [line(argument, run(argument), context)] : [usage(context)]
    }
  }

  private func panes(_ wanted: String, _ initials: [String: String], _ context: Context) -> [HelpLine] {
    PaneID.allCases.filter { pane in
      let title = context.words[pane.title]
      return wanted.isEmpty || title.lowercased().contains(wanted) || wanted == String(pane.rawValue)
        || initials[title]?.hasPrefix(wanted) ?? false
    }.map { line(context.words[$0.title], .goTo($0), context) }
  }

  private func line(_ argument: String, _ run: HelpLine.Run, _ context: Context) -> HelpLine {
    HelpLine(
      row: PaletteRow(
        keys: ":" + name(context), text: argument, remark: context.words["palette.\(rawValue)"],
        section: context.words["help.commands"]),
      run: run)
  }
}

extension HelpLine {
  /// It was chosen by what was typed: the field narrows no further.
  fileprivate func found(by query: String) -> HelpLine {
    let found = PaletteRow(
      keys: row.keys, text: row.text, remark: row.remark, searchTerms: query.lowercased(),
      section: row.section)
    return HelpLine(row: found, run: run)
  }
}
