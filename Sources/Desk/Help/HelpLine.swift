import TerminalKit

/// One line of the overlay: what it shows, and what Enter does with it.
struct HelpLine: Sendable {
  enum Run: Sendable {
    case perform(Command)
    /// Not now, and why.
    case explain(Hindrance)
    case goTo(PaneID)
    /// A command that wants an argument is written into the field.
    case complete(PaletteCommand)
    case filter(String)
    case openCustomer(String)
    case findCaller(String)
    /// Something is done with the customer that is selected below, with what was typed.
    case deed(PaletteCommand, String)
    case quit
  }

  let row: PaletteRow
  let run: Run

  /// Words of the house: what is easily taken for the due moment, and what the six facts of a customer are.
  static func glossary(_ context: Context) -> [HelpLine] {
    [("library.view.overdue", "help.words.overdue"), ("head.av", "help.words.av")].map { word, meaning in
      HelpLine(
        row: PaletteRow(
          text: context.words[word], remark: context.words[meaning], section: context.words["help.words"]),
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
      return HelpLine(
        row: PaletteRow(
          keys: KeyColumn(binding.keys).text(isDisabled: reason != nil),
          text: act(of: binding, isDisabled: reason != nil, context),
          remark: remark(binding.help, reason, context), searchTerms: KeyColumn(binding.keys).searchTerms,
          section: section),
        run: reason.map { .explain($0) } ?? .perform(binding.command))
    }
  }

  /// The hint says what a key does here. While a key is disabled, its hint may speak for others too.
  private func act(
    of binding: Binding<Self>, isDisabled: Bool, _ context: Context
  ) -> String {
    let hint = isDisabled ? nil : binding.hint
    return context.words[hint ?? "do.\(binding.command)"].drop { $0 == " " }.description
  }

  private func remark(_ help: String, _ reason: Hindrance?, _ context: Context) -> String {
    guard let reason else { return context.words[help] }
    return context.words("help.not_now", ["reason": reason.text(context.words)])
  }
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

  /// `^D`
  var searchTerms: String { control.map(\.label).joined(separator: " ") }
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
        section: context.words["help.panes"]),
      run: reason.map { .explain(.key($0)) } ?? .goTo(self))
  }
}
