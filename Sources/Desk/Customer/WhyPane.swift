import Domain
import Services
import TerminalKit

/// Why (R4.14): every clock of a customer, from what, until when, what renews it, and what happens then.
struct WhyPane: Pane {
  private let about: Subject
  private var view: CustomerView?

  init(_ subject: Subject) {
    about = subject
  }

  static let keymap = Keymap<WhyPane>(Binding.going)

  var subject: Subject? { about }

  func title(_ context: Context) -> String {
    "\(context.words["why.title"])  \(about.name)"
  }

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [ask(.customer(about.id)) { $0.view = $1 }]
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    canvas.caret = frame.content.origin
    guard let view else { return }
    let lines = lines(view, canvas.chrome, context)
    for (row, line) in lines.prefix(frame.content.rows).enumerated() {
      canvas.put(line, in: frame.content.line(row))
    }
  }

  private func lines(_ view: CustomerView, _ chrome: Chrome, _ context: Context) -> [StyledText] {
    guard let standing = view.standing, let opportunity = view.opportunity else {
      guard let axis = view.axis else { return [StyledText(context.words["why.no_clock"])] }
      return AxisWords(axis, context).explained(columns: context.frame.content.columns, chrome)
    }
    let clock = ClockWords(context)
    var lines = [
      StyledText(clock.why(standing, of: opportunity, policy: view.policy), style: .strong), "",
    ]
    lines += standing.deadlines.flatMap { explain($0, standing, clock, context) }
    lines += view.requests.map { StyledText(text(of: $0, context)) }
    lines.append(StyledText(warnings(view, standing, context)))
    let late = CustomerLines(view, context).lateAppointment
    return late.isEmpty ? lines : lines + [StyledText(late, style: .strong)]
  }

  private func explain(
    _ deadline: Deadline, _ standing: Standing, _ clock: ClockWords, _ context: Context
  ) -> [StyledText] {
    let rules = deadline == standing.ruling
    let words = context.words
    let head = words(
      rules ? "why.clock.ruling" : "why.clock",
      [
        "clock": context.wording.title(deadline.clock.title),
        "due": context.wording.due(deadline.due, at: context.now),
      ])
    let start = words(
      "why.clock.start",
      [
        "moment": context.wording.moment(deadline.start.at, at: context.now),
        "event": clock.event(deadline.start.event), "length": clock.length(deadline.clock.length),
      ])
    let renewed = deadline.clock.repeats ? "watches.\(deadline.clock.watches.rawValue)" : "why.clock.once"
    return [
      StyledText(head, style: rules ? .strong : .plain), StyledText("  " + start),
      StyledText("  " + words("why.clock.renewed", ["what": words[renewed]])), "",
    ]
  }

  /// What was asked about it, and what came of that (R4.8).
  private func text(of request: AskedRequest, _ context: Context) -> String {
    let words = RequestWords(context)
    let isOpen = request.isOpen(at: context.now)
    return context.words(
      isOpen ? "why.request.open" : "why.request",
      [
        "request": words.kind(request), "asked": context.wording.short(request.askedAt, at: context.now),
        "outcome": isOpen ? context.wording.due(request.expiresAt, at: context.now) : words.outcome(request),
      ])
  }

  private func warnings(_ view: CustomerView, _ standing: Standing, _ context: Context) -> String {
    let levels = view.policy.warnings.map(String.init).joined(separator: ", ")
    let recorded = standing.firstWarning.map { context.wording.moment($0, at: context.now) }
    return context.words(
      recorded == nil ? "why.not_warned" : "why.warned",
      ["levels": levels, "moment": recorded ?? ""])
  }
}
