import Domain
import TerminalKit

/// The next contact as it is typed, with a word of what it is for behind it (R6.2, R11.8), and what it means.
struct WhenField: Sendable {
  private(set) var buffer = EditBuffer(limit: 120)
  /// Somebody has typed here; before, it holds what was agreed or what the policy suggests.
  private(set) var isTouched = false

  var text: String { buffer.text }
  var isEmpty: Bool { buffer.text.allSatisfy(\.isWhitespace) }

  init() {}

  /// As it was left.
  init(typed text: String) {
    buffer.insert(text)
    isTouched = !isEmpty
  }

  /// Puts a text there, as long as nobody has typed.
  mutating func propose(_ text: String) {
    if !isTouched { buffer = EditBuffer(text, limit: buffer.limit) }
  }

  /// What is typed takes the place of a proposal; Backspace and the arrows edit it.
  mutating func handle(_ event: InputEvent) {
    var edited = buffer
    if !isTouched && event.isText { edited.clear() }
    guard edited.handle(event) else { return }
    buffer = edited
    isTouched = true
  }

  private func plan(_ context: Context) -> Result<(moment: WhenPhrase.Resolved, purpose: String), WhenError> {
    WhenPhrase.resolvePlan(text, now: context.now, calendar: context.calendar, defaults: context.policy.when)
  }

  func resolved(_ context: Context) -> Result<WhenPhrase.Resolved, WhenError> {
    plan(context).map(\.moment)
  }

  /// Nil where nothing is typed, or nothing readable.
  func moment(_ context: Context) -> Instant? { try? resolved(context).get().moment }

  /// 约 stands there.
  func isAgreed(_ context: Context) -> Bool { (try? resolved(context).get())?.isAgreed == true }

  /// What it is for; empty where nobody said.
  func purpose(_ context: Context) -> String { (try? plan(context).get().purpose) ?? "" }

  /// On a rest day Tab moves it to the same time of the next desk day first (W13).
  ///
  /// - Parameter keepsStretch: what was a stretch stays one.
  mutating func moveOffRestDay(_ context: Context, keepsStretch: Bool = false) -> Bool {
    guard case .success(let resolved) = resolved(context), let next = resolved.nextDeskMoment else {
      return false
    }
    let end = keepsStretch ? resolved.end.map { "-" + context.wording.clock($0) } ?? "" : ""
    let purpose = purpose(context)
    let text = WhenField.text(of: next, context) + end + (purpose.isEmpty ? "" : " " + purpose)
    buffer = EditBuffer(text, limit: buffer.limit)
    isTouched = true
    return true
  }

  /// Where Tab would move it off a rest day; nil on a desk day.
  func offRestDay(_ context: Context) -> String? {
    guard case .success(let resolved) = resolved(context), let next = resolved.nextDeskMoment else {
      return nil
    }
    return workday(next, context)
  }

  /// That it was moved, and that the key goes on from here.
  func moved(_ context: Context) -> String {
    context.words("when.moved", ["workday": moment(context).map { workday($0, context) } ?? ""])
  }

  /// A plan as one would type it: `11-28 10:00 送样`.
  static func text(of next: NextContact, _ context: Context) -> String {
    next.purpose.isEmpty ? text(of: next.at, context) : "\(text(of: next.at, context)) \(next.purpose)"
  }

  /// A moment as one would type it: `11-28 10:00`, with its year where it would be read as another.
  static func text(of moment: Instant, _ context: Context) -> String {
    let civil = context.calendar.day(of: moment).civil
    let text = "\(civil.month)-\(civil.day) \(context.wording.clock(moment))"
    let isRead = WhenField(typed: text).moment(context).map { $0.seconds / 60 } == moment.seconds / 60
    return isRead ? text : "\(civil.year)-\(text)"
  }

  /// What stands behind the field: the moment and its weekday, and whether that is wise.
  ///
  /// - Parameters:
  ///   - due: when the customer flows back once this is saved.
  ///   - present: when it does until then.
  func remark(due: Instant?, present: Instant? = nil, _ context: Context) -> StyledText {
    if isEmpty { return StyledText(context.words["when.examples"], style: .muted) }
    switch resolved(context) {
    case .success(let resolved): return remark(resolved, due: due, present: present, context)
    case .failure(let error): return StyledText(text(of: error, context), style: .strong)
    }
  }

  private func remark(
    _ resolved: WhenPhrase.Resolved, due: Instant?, present: Instant?, _ context: Context
  ) -> StyledText {
    let moment = "= " + context.wording.moment(resolved.moment, at: context.now)
    if let due, resolved.moment >= due {
      let late = context.words("when.beyond_due", ["due": context.wording.due(due, at: context.now)])
      return StyledText("\(moment)  \(late)", style: .strong)
    }
    if let next = resolved.nextDeskMoment {
      let rest = context.words("when.rest_day", ["workday": workday(next, context)])
      return StyledText("\(moment)  \(rest)", style: .strong)
    }
    // It lies beyond the present due, as the head says, and before the one that saving brings.
    if let due, let present, resolved.moment >= present {
      let fine = context.words("when.fine.after", ["due": context.wording.due(due, at: context.now)])
      return StyledText("\(moment)  \(fine)")
    }
    return StyledText("\(moment)  \(context.words["when.fine"])")
  }

  /// R6.2: why it can't be read: a day that is over, one that no calendar has, or nothing anybody knows.
  func notStored(_ context: Context) -> Effect {
    .refuse(.refusal(warning(due: nil, context) ?? context.words["when.examples"], context))
  }

  /// What is unwise about it, in a whole sentence (W12-W14); nil where nothing is.
  func warning(due: Instant?, _ context: Context) -> String? {
    if isEmpty { return nil }
    switch resolved(context) {
    case .failure(let error): return text(of: error, context)
    case .success(let resolved):
      if let due, resolved.moment >= due {
        return context.words("when.beyond_due.warning", ["due": context.wording.due(due, at: context.now)])
      }
      guard let next = resolved.nextDeskMoment else { return nil }
      let day = context.wording.date(context.calendar.day(of: resolved.moment), today: context.today)
      return context.words("when.rest_day.warning", ["day": day, "workday": workday(next, context)])
    }
  }

  private func workday(_ moment: Instant, _ context: Context) -> String {
    let day = context.calendar.day(of: moment)
    return "\(context.wording.date(day, today: context.today)) \(context.wording.weekday(day))"
  }

  private func text(of error: WhenError, _ context: Context) -> String {
    error == .empty ? context.words["when.examples"] : context.wording.text(of: error, at: context.now)
  }
}
