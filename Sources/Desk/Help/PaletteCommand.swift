import Domain
import TerminalKit

/// What can be typed behind `:` and has no key, most with an argument.
enum PaletteCommand: String, CaseIterable, Sendable {
  case go, filter, customer
  /// Done with the selected customer.
  case note, correct, plan, level, stage, tag, untag, task, document, give, invalid, revive
  /// Everything of a person (R2.6).
  case handover
  /// A manager's, with a reason (R2.4).
  case void, deactivate, reactivate
  case welcome, quit
  /// What those do who keep the house's records and lists (R3.11, R3.12).
  case merge, house, unhouse, block, unblock

  /// Whether it does something without an argument.
  var isWhole: Bool {
    [.invalid, .revive, .house, .unhouse, .block, .unblock, .reactivate, .welcome, .quit].contains(self)
  }

  /// All its names in both languages, the one that is shown first.
  func names(_ context: Context) -> [String] {
    [context.words, context.otherWords].flatMap { words in
      words["palette.\(rawValue).names"].split(separator: " ").map(String.init)
    }
  }

  func name(_ context: Context) -> String { names(context).first ?? rawValue }

  /// As it stands among all of them, with an example.
  func usage(_ context: Context) -> HelpLine {
    let reason = closed(to: context.session)
    let name = name(context)
    return HelpLine(
      row: PaletteRow(
        keys: reason == nil ? ":" + name : "(:\(name))", text: context.words["palette.\(rawValue)"],
        remark: reason.map { context.words("help.not_now", ["reason": context.words[$0]]) }
          ?? example(context),
        searchTerms: (names(context) + [context.otherWords["palette.\(rawValue)"]]).joined(separator: " "),
        section: context.words["help.commands"]),
      run: reason.map { .explain(.key($0)) } ?? (isWhole ? run("") : .write(":\(name) ")),
      completion: isWhole || reason != nil ? nil : ":\(name) ")
  }

  /// The key of the text that says why it is closed to somebody; nil where it is open.
  private func closed(to session: Session) -> String? {
    switch self {
    case .give: session.allows(.transfer) ? nil : "palette.give.closed"
    case .handover: session.allows(.handover) ? nil : "palette.give.closed"
    case .void, .deactivate, .reactivate: session.allows(.void) ? nil : "palette.void.closed"
    case .document: session.manner.isRestricted ? "palette.document.closed" : nil
    case .merge: session.allows(.merge) ? nil : "palette.merge.closed"
    case .house, .unhouse: session.allows(.keepHouseAccounts) ? nil : "palette.house.closed"
    case .block, .unblock: session.allows(.keepLists) ? nil : "palette.block.closed"
    default: nil
    }
  }

  func example(_ context: Context) -> String { context.words["palette.\(rawValue).example"] }

  /// What opens a form, or is asked again, is about one customer.
  var isForSeveral: Bool { ![.note, .correct, .level, .document, .merge].contains(self) }

  /// With what was typed behind it.
  private func run(_ argument: String) -> HelpLine.Run {
    switch self {
    case .quit: .quit
    case .welcome: .welcome
    case .filter: .filter(argument)
    case .customer: .openCustomer(argument)
    case .handover: .handOver(argument)
    default: .deed(self, argument)
    }
  }

  // MARK: the lines for an argument

  func lines(_ argument: String, _ knowledge: PaletteKnowledge, _ context: Context) -> [HelpLine] {
    let usage = usage(context)
    if closed(to: context.session) != nil { return [usage] }
    if self == .customer || self == .merge, CustomerID(codeOrID: argument) == nil { return [usage] }
    if takesWords { return taggings(argument, knowledge, context) }
    // Behind a choice there may stand more: why, or what was said.
    if let choices = choices(knowledge, context), !(argument.contains(" ") && takesMore) {
      return PaletteChoice.matching(argument, among: choices, knowledge).map {
        HelpLine($0, of: usage, named: name(context))
      }
    }
    return isWhole || !argument.isEmpty ? [line(argument, context)] : [usage]
  }

  private var takesMore: Bool { self == .stage || self == .note }
  private var takesWords: Bool { self == .tag || self == .untag }

  /// What was typed, and behind it each tag in use that the last word begins.
  private func taggings(
    _ argument: String, _ knowledge: PaletteKnowledge, _ context: Context
  ) -> [HelpLine] {
    let words = argument.split(separator: " ").map(String.init)
    let begun = argument.hasSuffix(" ") ? nil : words.last
    let before = begun == nil ? words : words.dropLast()
    let tags = knowledge.tags.filter { !words.contains($0) }.map { tag in
      let all = (before + [tag]).joined(separator: " ")
      return PaletteChoice(text: tag, run: .deed(self, all), written: all)
    }
    let fitting = PaletteChoice.matching(begun ?? "", among: tags, knowledge).map {
      HelpLine($0, of: usage(context), named: name(context))
    }
    if words.isEmpty { return fitting.isEmpty ? [usage(context)] : fitting }
    return [line(argument, context)] + fitting
  }

  private func line(_ argument: String, _ context: Context) -> HelpLine {
    HelpLine(
      row: PaletteRow(
        keys: ":" + name(context), text: argument,
        remark: meaning(of: argument, context) ?? context.words["palette.\(rawValue)"],
        section: context.words["help.commands"]),
      run: run(argument))
  }

  /// R6.2: the moment that a typed time means, as it is typed.
  private func meaning(of argument: String, _ context: Context) -> String? {
    switch self {
    case .plan: WhenField(typed: argument).remark(due: nil, context).text
    case .task: task(argument, context).due.map { "= " + context.wording.moment($0, at: context.now) }
    default: nil
    }
  }

  /// The closed set its argument, or the first word of it, is of; nil where anything may be typed.
  private func choices(_ knowledge: PaletteKnowledge, _ context: Context) -> [PaletteChoice]? {
    switch self {
    case .go:
      return PaneID.allCases.map {
        PaletteChoice(
          text: context.words[$0.title], terms: [String($0.rawValue), context.otherWords[$0.title]],
          run: .goTo($0))
      }
    case .stage:
      return context.policy.stages.enumerated().map { index, title in
        let number = String(index + 1)
        return PaletteChoice(
          text: context.wording.title(title), terms: [number], run: .deed(self, number),
          written: number + " ")
      }
    case .level:
      return context.policy.intents.map {
        let told = [$0.title, $0.criteria].compactMap { $0 }.map(context.wording.title)
        return PaletteChoice(
          text: $0.level, remark: told.joined(separator: ": "), run: .deed(self, $0.level))
      }
    case .note:
      return context.policy.notes.outcomes.map {
        let title = context.wording.title($0.title)
        return PaletteChoice(
          text: title, terms: [String($0.digit), $0.outcome.rawValue], run: .deed(self, title),
          written: title + " ")
      }
    case .give:
      return knowledge.colleagues.map {
        PaletteChoice(
          text: $0.name, remark: $0.departmentName, terms: [$0.login], run: .deed(self, $0.login))
      }
    case .handover:
      return knowledge.givers.map {
        PaletteChoice(
          text: $0.name, remark: $0.departmentName, terms: [$0.login], run: .handOver($0.login))
      }
    default: return nil
    }
  }
}
