import Services
import TerminalKit

/// The stages of the sale as a line (R6.6): where one was and for how long, where one is, what is to come.
/// `1 12天─2 3天─[4面谈 5天]─5─6─7`
struct StageFlow {
  private let view: CustomerView
  private let context: Context
  private let days: [Int: Int]

  /// Nil where nobody holds it.
  init?(_ view: CustomerView, _ context: Context) {
    guard let days = view.stageDays(in: context.calendar, at: context.now) else { return nil }
    self.view = view
    self.context = context
    self.days = days
  }

  /// How much is said of the stages that are not the present one.
  private enum Form: CaseIterable {
    case names, days, numbers
  }

  /// As much of it as there is room for, whole.
  func text(in columns: Int, _ chrome: Chrome) -> String {
    let texts = Form.allCases.map { text($0, chrome) }
    return texts.first { TextWidth.of($0) <= columns } ?? here
  }

  private func text(_ form: Form, _ chrome: Chrome) -> String {
    (1...max(view.policy.stages.count, 1)).map { stage in
      stage == view.customer.stage ? here : text(of: stage, form)
    }.joined(separator: String(chrome.horizontal))
  }

  private var here: String { "[\(text(of: view.customer.stage, .names))]" }

  private func text(of stage: Int, _ form: Form) -> String {
    let name = form == .names ? gap + title(stage) : ""
    let spent = days[stage].map { " " + context.words("days_left", ["days": String($0)]) } ?? ""
    return "\(stage)\(name)\(form == .numbers ? "" : spent)"
  }

  private var gap: String { context.words.language == .english ? " " : "" }

  private func title(_ stage: Int) -> String {
    let stages = view.policy.stages
    return stages.indices.contains(stage - 1) ? context.wording.title(stages[stage - 1]) : ""
  }
}
