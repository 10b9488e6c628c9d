import Domain
import Services
import TerminalKit

/// Where things stand on the forecast: what is to be said of the whole, and a line for each holder.
struct ForecastLayout {
  private static let headRows = 4

  let head: Rect
  let table: Rect

  init(_ frame: Frame) {
    let parts = frame.content.splitRight(1).rest.splitTop(ForecastLayout.headRows)
    head = parts.top
    table = parts.rest
  }

  /// Rows below the heads.
  var listHeight: Int { max(table.rows - 1, 0) }
}

extension ApprovalsPane {
  func drawForecast(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = ForecastLayout(frame)
    guard let forecast else { return canvas.caret = layout.table.line(1).origin }
    for (row, line) in ForecastWords(forecast, context).lines.enumerated() {
      canvas.put(line, in: layout.head.line(row))
    }
    let words = context.words
    let table = Table(columns: [
      Column(words["approvals.head.who"], minimum: 12, ideal: 20),
      Column(words["forecast.head.department"], minimum: 10, ideal: 20, stretches: true),
      Column(words["forecast.head.held_back"], ideal: 12, alignment: .trailing),
      Column(words["forecast.head.due"], ideal: 12, alignment: .trailing),
    ])
    let lines = Dictionary(forecast.byHolder.map { (Row.holder($0.holder.id), $0) }) { first, _ in first }
    draw(table, in: layout.table, on: &canvas, context, empty: context.words[choice.empty]) {
      row, isSelected in
      lines[row].map { line in
        let held = line.heldBack == 0 ? "" : String(line.heldBack)
        let texts = [line.holder.name, line.holder.department, held, String(line.due)]
        return TableRow(texts.map { StyledText($0) }, gutter: Gutter(isSelected: isSelected))
      }
    }
  }
}

/// What is about to flow back, and what the fuse holds back, in a few lines (R4.13).
struct ForecastWords {
  private let forecast: ReleaseForecast
  private let context: Context

  init(_ forecast: ReleaseForecast, _ context: Context) {
    self.forecast = forecast
    self.context = context
  }

  var lines: [StyledText] {
    var lines = [
      StyledText(
        context.words(
          "forecast.line",
          [
            "through": context.wording.due(forecast.through, at: context.now),
            "count": String(forecast.counts.reduce(0) { $0 + $1.count }), "held": forecast.held.grouped,
          ]))
    ]
    if let fuse = forecast.blown {
      lines += blown(fuse)
    } else if forecast.isTooMuch || forecast.isConfirmed {
      let key = forecast.isConfirmed ? "forecast.is_confirmed" : "forecast.is_too_much"
      lines.append(StyledText(context.words[key], style: .strong))
    }
    return lines
  }

  /// Why, since when, and what the clock says.
  private func blown(_ fuse: BlownFuse) -> [StyledText] {
    let held = forecast.heldBack.reduce(0) { $0 + $1.count }
    let cause = context.words["fuse.cause.\(fuse.cause.rawValue)"]
    return [
      StyledText(
        context.words(
          "forecast.blown",
          ["cause": cause, "at": moment(fuse.at), "count": String(held)]), style: .strong),
      StyledText(
        context.words(
          "forecast.clock",
          ["now": moment(context.now), "last": fuse.lastTick.map(moment) ?? context.words["list.none"]])),
    ]
  }

  private func moment(_ moment: Instant) -> String {
    context.wording.moment(moment, at: context.now)
  }
}
