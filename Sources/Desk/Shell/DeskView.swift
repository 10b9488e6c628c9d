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
    MessageLine(message(context), style: hasNews ? .strong : .plain).draw(in: frame.message, on: &canvas)
    HintLine(top.hints(context), help: context.words[top.isTyping ? "hint.help.typing" : "hint.help"]).draw(
      in: frame.hints, on: &canvas)
  }

  private func drawTitle(on canvas: inout Canvas, _ context: Context) {
    let gap = frame.isWide ? "   " : "  "
    let alerts = count(own?.unseenAlerts, "title.alerts", context)
    let requests = count(own?.toAnswer, "title.requests", context)
    let right = [top.status(context), engineState(context), requests, alerts, clock(context)].filter {
      !$0.isEmpty
    }
    Headline(left: StyledText(top.title(context)), right: StyledText(right.joined(separator: gap)))
      .draw(in: frame.title, on: &canvas)
  }

  private func count(_ count: Int?, _ key: String, _ context: Context) -> String {
    count.flatMap { $0 > 0 ? context.words(key, ["count": String($0)]) : nil } ?? ""
  }

  private func engineState(_ context: Context) -> String {
    // R4.13: nobody is released until a manager has looked.
    if engine?.isFuseBlown == true { return context.words["title.fuse"] }
    guard let stopped = engine?.stoppedAt(now) else { return "" }
    return context.words("title.engine_stopped", ["time": context.wording.clock(stopped)])
  }

  private func clock(_ context: Context) -> String {
    if let away { return context.words("title.away", ["time": context.wording.clock(away.since)]) }
    let weekday = context.wording.weekday(context.today)
    let date = frame.isWide ? " " + context.wording.date(context.today, today: context.today) : ""
    return "\(weekday)\(date) \(context.wording.clock(now))"
  }

  /// What a digit takes now.
  private func drawChoices(on canvas: inout Canvas, _ context: Context) {
    guard let choices = prefix?.choices(context) ?? call?.choices(context) else {
      return top.drawChoices(in: frame.choices, on: &canvas, context)
    }
    ChoiceRow(choices).draw(in: frame.choices, on: &canvas)
  }

  private var hasNews: Bool { prefix != nil || !news.isEmpty || away != nil || offer != nil }

  private func message(_ context: Context) -> String {
    if let prefix { return prefix.advice(context) }
    if !news.isEmpty { return news }
    if let away {
      return context.words("message.away", ["reason": context.wording.text(of: away.failure)])
    }
    if let offer { return text(of: offer) }
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
