import Domain
import Services
import TerminalKit

/// Confirms releases by rule for one's subtree (R4.13) by typing how many they are: neither Enter nor `+` does it.
struct ConfirmPane: Pane {
  private var forecast: ReleaseForecast?
  private var shownAt = Instant(seconds: 0)
  private var typed = EditBuffer(limit: 8)
  private var isConfirming = false

  init() {}

  static let keymap = Keymap<ConfirmPane>([
    .leave(help: "key.keep_held", hint: "hint.keep_held", priority: 10)
  ])

  var isTyping: Bool { true }
  var editing: EditBuffer? { typed }

  func title(_ context: Context) -> String { context.words["confirm.title"] }

  func advice(_ context: Context) -> String {
    guard let forecast, let count = forecast.toConfirm else { return "" }
    let key = forecast.blown == nil ? "confirm.advice.forecast" : "confirm.advice.blown"
    return context.words(key, ["count": String(count)])
  }

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [ask(.forecast) { pane, forecast, context in pane.take(forecast, context) }]
  }

  private mutating func take(_ forecast: ReleaseForecast, _ context: Context) -> [Effect] {
    // What was typed was meant for what was shown.
    if forecast.toConfirm != self.forecast?.toConfirm { typed.clear() }
    self.forecast = forecast
    shownAt = context.now
    return forecast.toConfirm == nil ? [.close] : []
  }

  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] {
    guard typed.handle(event), !isConfirming, let forecast, let count = forecast.toConfirm,
      context.session.fold(typed.text) == String(count)
    else { return [] }
    isConfirming = true
    let confirm =
      forecast.blown == nil
      ? self.confirm(ConfirmForecastErrand()) : self.confirm(ConfirmReleasesErrand(shownAt: shownAt))
    return [confirm, .outside(.discardTypeAhead)]
  }

  private func confirm(_ errand: some Errand) -> Effect {
    run(errand) { _, _, _ in
      // The engine is asked at once whether the fuse is whole again.
      [.close, .outside(.tick)]
    } else: { pane, _, _ in
      pane.isConfirming = false
      pane.typed.clear()
      return []
    }
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let rect = frame.content
    canvas.caret = rect.origin
    guard let forecast, let count = forecast.toConfirm else { return }
    let lines = ForecastWords(forecast, context).lines
    for (row, line) in lines.enumerated() { canvas.put(line, in: rect.line(row)) }
    let label = context.words("confirm.count", ["count": String(count)])
    let parts = rect.line(lines.count + 1).splitLeft(TextWidth.of(label) + 1)
    canvas.put(label, in: parts.left)
    TextField(style: .strong).draw(typed, hasFocus: true, in: parts.rest.splitLeft(9).left, on: &canvas)
    let below = rect.splitTop(lines.count + 3).rest
    for (row, line) in forecast.byHolder.prefix(below.rows).enumerated() {
      let number = forecast.blown == nil ? line.due : line.heldBack
      let text = "\(String(number).padded(to: 6)) \(line.holder.name) (\(line.holder.department))"
      canvas.put(text, in: below.line(row).splitLeft(Gutter.columns).rest)
    }
  }
}
