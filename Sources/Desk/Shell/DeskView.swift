import Domain
import TerminalKit

extension DeskState {
  /// Draws the frame, and the top pane into it.
  package func draw(on canvas: inout Canvas) {
    guard !frame.isTooSmall else { return drawTooSmall(on: &canvas) }
    let context = context
    drawTitle(on: &canvas, context)
    top.draw(in: frame, on: &canvas, context)
    drawChoices(on: &canvas, context)
    message(context).draw(in: frame.message, on: &canvas)
    HintLine(hints(context), help: help(context)).draw(in: frame.hints, on: &canvas)
  }

  private func help(_ context: Context) -> StyledText {
    let text = StyledText(context.words[top.isTyping ? "hint.help.typing" : "hint.help"])
    return text.marking(top.isTyping ? "F1" : "?", as: .key)
  }

  /// From the pane one opened on, whichever it is, no way leads back: `q` leaves.
  private func hints(_ context: Context) -> [Hint] {
    let hints = top.hints(context)
    guard layers.isEmpty, place == home, !top.isTyping else { return hints }
    let back = context.words["hint.back"]
    return hints.map { hint in
      hint.key == Key.escape.label && hint.text == back
        ? Hint(key: "q", text: context.words["hint.leave"]) : hint
    }
  }

  private func drawTitle(on canvas: inout Canvas, _ context: Context) {
    let gap = frame.isWide ? "   " : "  "
    let alerts = count(own?.unseenAlerts, "title.alerts", as: .today, context)
    let requests = count(own?.toAnswer, "title.requests", as: .strong, context)
    let right = [
      StyledText(top.status(context)).markingShortfalls, engineState(context), requests, alerts,
      callTime(context), clock(context),
    ].joined(by: gap)
    let left = title(context).wholeParts(in: frame.size.columns - right.columns - 1, partedBy: "  ")
    Headline(left: left, right: right).draw(in: frame.title, on: &canvas)
  }

  /// The name of the pane stands out from its counts; what lies over it is all name.
  private func title(_ context: Context) -> StyledText {
    let title = top.title(context)
    let name = context.words[place.title]
    guard layers.isEmpty, title.hasPrefix(name) else { return StyledText(title, style: .strong) }
    return StyledText(title).marking(name, as: .strong)
  }

  private func count(_ count: Int?, _ key: String, as style: Style, _ context: Context) -> StyledText {
    guard let count, count > 0 else { return "" }
    return StyledText(context.words(key, ["count": String(count)])).marking(String(count), as: style)
  }

  private func engineState(_ context: Context) -> StyledText {
    // R4.13: nobody is released until a manager has looked.
    if engine?.isFuseBlown == true { return StyledText(context.words["title.fuse"], style: .error) }
    guard let stopped = engine?.stoppedAt(now) else { return "" }
    return StyledText(
      context.words("title.engine_stopped", ["time": context.wording.clock(stopped)]), style: .error)
  }

  /// `通话 2:41`
  private func callTime(_ context: Context) -> StyledText {
    guard let since = calledSince else { return "" }
    return StyledText(
      context.words("title.call", ["time": context.wording.duration(now - since)]), style: .strong)
  }

  private func clock(_ context: Context) -> StyledText {
    if let away {
      return StyledText(
        context.words("title.away", ["time": context.wording.clock(away.since)]), style: .error)
    }
    let weekday = context.wording.weekday(context.today)
    let date = frame.isWide ? " " + context.wording.date(context.today, today: context.today) : ""
    return StyledText("\(weekday)\(date) \(context.wording.clock(now))")
  }

  /// What a digit takes now.
  private func drawChoices(on canvas: inout Canvas, _ context: Context) {
    guard let choices = prefix?.choices(context) ?? call?.choices(context) else {
      return top.drawChoices(in: frame.choices, on: &canvas, context)
    }
    ChoiceRow(choices).draw(in: frame.choices, on: &canvas)
  }

  private func message(_ context: Context) -> News {
    if let prefix {
      let choices = session.manner.isPlain ? prefix.choices(context).map(\.text) : []
      return News(([prefix.advice(context)] + choices).joined(separator: " "))
    }
    if !news.isEmpty { return news }
    if let away { return away.news(context) }
    if let offer { return News(text(of: offer)) }
    return .advice(advice(context))
  }

  private func advice(_ context: Context) -> String {
    if let call { return call.advice(context) }
    if let number = top.typedNumber { return context.words("caller.offer", ["number": number]) }
    return engineTrouble(context) ?? calendarGap(context) ?? top.advice(context)
  }

  /// What to do, for who can do something about it; else what it means.
  private func engineTrouble(_ context: Context) -> String? {
    guard layers.isEmpty, let engine else { return nil }
    if engine.isFuseBlown {
      if session.allows(.confirm) { return place == .approvals ? nil : context.words["engine.fuse.manager"] }
      return context.words[session.allows(.engine) ? "engine.fuse.admin" : "engine.fuse"]
    }
    guard let stopped = engine.stoppedAt(now) else { return nil }
    return context.words(
      session.allows(.engine) ? "engine.stopped.admin" : "engine.stopped",
      ["time": context.wording.clock(stopped)])
  }

  /// R4.5: till the first act it is said that the days off of this year, or of the one that comes, are not known.
  private func calendarGap(_ context: Context) -> String? {
    if hasActed { return nil }
    let years = [context.today.civil.year, (context.today + DeskState.daysAhead).civil.year]
    return years.first { !context.calendar.hasTable(for: $0) }
      .map { context.words("calendar.no_table", ["year": String($0)]) }
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let size = frame.size
    let text =
      size.columns < 24
      ? session.words["screen.small"]
      : session.words(
        "screen.too_small",
        [
          "columns": String(size.columns), "rows": String(size.rows),
          "wanted": "\(Frame.minimum.columns)x\(Frame.minimum.rows)",
        ])
    canvas.put(text, in: canvas.bounds)
    canvas.caret = Position(row: 0, column: 0)
  }
}
