import Domain
import TerminalKit

/// One line of the overlay: what it shows, what Enter does with it, and what Tab writes into the field.
struct HelpLine: Sendable {
  enum Run: Sendable {
    case perform(Command)
    /// The key of an act and the digit that follows it.
    case take(Prefix, Int)
    /// Not now, and why.
    case explain(Hindrance)
    case goTo(PaneID)
    /// A command that wants an argument is written into the field.
    case write(String)
    case filter(String)
    case openCustomer(String)
    case findCaller(String)
    /// Something is done with the customer that is selected below, with what was typed.
    case deed(PaletteCommand, String)
    /// Everything of the person of this login is handed over.
    case handOver(String)
    /// The first minute again.
    case welcome
    case quit
  }

  let row: PaletteRow
  let run: Run
  /// What stands in the field once it is completed; nil where there is nothing to complete.
  var completion: String?

  /// The texts it is searched by, of which the initials are found too.
  var texts: [String] { [row.text, row.remark] }

  /// Words of the house: what is easily taken for the due moment, and what the six facts of a customer are.
  static func glossary(_ context: Context) -> [HelpLine] {
    [("library.view.overdue", "help.words.overdue"), ("head.av", "help.words.av")].map { word, meaning in
      HelpLine(
        row: PaletteRow(
          text: context.words[word], remark: context.words[meaning],
          searchTerms: context.otherWords[word], section: context.words["help.words"]),
        run: .explain(.key(meaning)))
    }
  }
}

extension Pane {
  /// Every key of this pane, in brackets with the reason where it can't be used now (M4).
  func helpLines(named name: String, _ context: Context) -> [HelpLine] {
    let section = context.words("help.here", ["pane": name])
    return Self.keymap.bindings.map { binding in
      let reason = binding.disabled(self)
      let keys = KeyColumn(binding.keys)
      let word = word(of: binding, isDisabled: reason != nil)
      return HelpLine(
        row: PaletteRow(
          keys: keys.text(isDisabled: reason != nil), text: context.act(word),
          remark: remark(binding.help, reason, context),
          searchTerms: [
            keys.searchTerms(context), context.otherWords[word], context.otherWords[binding.help],
          ].joined(separator: " "),
          section: section),
        run: reason.map { .explain($0) } ?? .perform(binding.command),
        completion: ":\(context.act(word)) ")
    }
  }

  /// The hint says what a key does here. While a key is disabled, its hint may speak for others too.
  private func word(of binding: Binding<Self>, isDisabled: Bool) -> String {
    (isDisabled ? nil : binding.hint) ?? "do.\(binding.command)"
  }

  private func remark(_ help: String, _ reason: Hindrance?, _ context: Context) -> String {
    guard let reason else { return context.words[help] }
    return context.words("help.not_now", ["reason": reason.text(context.words)])
  }

  /// The acts of this pane as they are typed, each with the digits that its key waits for.
  func paletteEntries(named name: String, _ context: Context) -> [PaletteEntry] {
    zip(Self.keymap.bindings, helpLines(named: name, context)).filter { !$0.0.command.keepsNews }.compactMap {
      binding, line in
      let words = [binding.hint, "do.\(binding.command)"].compactMap { $0 }.map(context.act)
      return PaletteEntry(
        line, names: words, text: context.words[binding.help], prefix: prefix(of: binding, context),
        context)
    }
  }

  /// A handler does nothing by itself: what it would have done tells which digits follow.
  private func prefix(of binding: Binding<Self>, _ context: Context) -> Prefix? {
    guard binding.disabled(self) == nil, let handler = binding.handler else { return nil }
    var copy = self
    guard case .showPrefix(let prefix)? = handler(&copy, context).first else { return nil }
    return prefix
  }
}

extension Context {
  /// A hint stands behind its key, with a blank in English.
  fileprivate func act(_ word: String) -> String { words[word].drop { $0 == " " }.description }
}

/// The keys of a binding: as they are, and the one that passes an input method.
struct KeyColumn {
  private let plain: [Key]
  private let control: [Key]

  init(_ keys: [Key]) {
    plain = keys.filter { !$0.control }
    control = keys.filter(\.control)
  }

  /// `d       Ctrl-D`
  func text(isDisabled: Bool) -> String {
    let keys = plain.map(\.label).joined(separator: " ")
    let twin = control.map { "Ctrl-" + $0.label.dropFirst() }.joined(separator: " ")
    if twin.isEmpty || keys.isEmpty { return shown(keys + twin, isDisabled) }
    return "\(shown(keys, isDisabled).padded(to: 7)) \(twin)"
  }

  private func shown(_ keys: String, _ isDisabled: Bool) -> String { isDisabled ? "(\(keys))" : keys }

  /// `d`, `Ctrl-D`
  var labels: [String] { plain.map(\.label) + control.map { "Ctrl-" + $0.label.dropFirst() } }

  /// `^D`, and what people call a key that writes no character: `回车 return`.
  func searchTerms(_ context: Context) -> String {
    let names = plain.map { "key_name.\($0.label)" }.filter(context.words.has)
    return (control.map(\.label) + names.flatMap { [context.words[$0], context.otherWords[$0]] })
      .joined(separator: " ")
  }
}

extension PaneID {
  func helpLine(_ context: Context) -> HelpLine {
    let name = context.words[title]
    let reason = closed(to: context.session)
    let remark =
      reason.map { context.words("help.not_now", ["reason": context.words[$0]]) }
      ?? context.words("help.go_to", ["pane": name])
    return HelpLine(
      row: PaletteRow(
        keys: reason == nil ? "g\(rawValue)" : "(g\(rawValue))", text: name, remark: remark,
        searchTerms: context.otherWords[title], section: context.words["help.panes"]),
      run: reason.map { .explain(.key($0)) } ?? .goTo(self),
      completion: ":\(PaletteCommand.go.name(context)) \(name)")
  }
}
