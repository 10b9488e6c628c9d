import Domain
import Services
import TerminalKit

/// Whether one may pick a customer: all the gate would ask (R3.2), each with its answer, and what would follow.
struct OutlookPane: Pane {
  private let about: Subject
  private var outlook: PickOutlook?

  init(_ subject: Subject) {
    about = subject
  }

  static let keymap = Keymap<OutlookPane>(Binding.going)

  var subject: Subject? { about }

  func title(_ context: Context) -> String { context.words("outlook.title", ["customer": about.name]) }

  func advice(_ context: Context) -> String {
    context.words[outlook?.refusal == nil ? "outlook.advice" : "outlook.advice.no"]
  }

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [ask(.pickOutlook(about.id)) { $0.outlook = $1 }]
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    canvas.caret = frame.content.origin
    guard let outlook else { return }
    for (row, line) in lines(outlook, context).prefix(frame.content.rows).enumerated() {
      canvas.put(line, in: frame.content.line(row))
    }
  }

  private func lines(_ outlook: PickOutlook, _ context: Context) -> [StyledText] {
    let verdict = outlook.refusal == nil ? "outlook.yes" : "outlook.no"
    return [StyledText(context.words[verdict], style: .strong), ""]
      + outlook.findings.map { line($0, outlook, context) }
      + [""] + consequences(outlook, context)
  }

  /// `  库      87/300`, `x 冷却    11-30 起可再挑`
  private func line(
    _ finding: PickOutlook.Finding, _ outlook: PickOutlook, _ context: Context
  ) -> StyledText {
    let name = context.words["outlook.\(finding.requirement)"].padded(to: 12)
    guard let refusal = finding.refusal else {
      return StyledText("  \(name)\(fine(finding.requirement, outlook, context))")
    }
    let text = context.wording.text(of: refusal, for: context.session.person.id, at: context.now)
    return StyledText("x \(name)\(text)", style: .strong)
  }

  private func fine(_ requirement: Requirement, _ outlook: PickOutlook, _ context: Context) -> String {
    let limit = outlook.dailyPicks == 0 ? "" : "/\(outlook.dailyPicks)"
    return context.words(
      "outlook.\(requirement).fine",
      ["room": "\(outlook.held)/\(outlook.capacity)", "picks": "\(outlook.picks)\(limit)"])
  }

  private func consequences(_ outlook: PickOutlook, _ context: Context) -> [StyledText] {
    guard outlook.refusal == nil, let standing = outlook.standing else { return [] }
    let clock = ClockWords(context)
    let rows = standing.deadlines.map { deadline in
      context.words(
        "outlook.clock",
        ["watch": clock.watch(deadline.clock), "due": context.wording.due(deadline.due, at: context.now)])
    }
    return [StyledText(context.words["outlook.then"])] + rows.map { StyledText("  " + $0) }
  }
}

extension Question {
  /// Whether one may pick it, and why not.
  fileprivate static func pickOutlook(_ id: CustomerID) -> Question where Answer == PickOutlook {
    Question { try PickOutlook.read(id, by: $1, at: $2, in: $0) }
  }
}
