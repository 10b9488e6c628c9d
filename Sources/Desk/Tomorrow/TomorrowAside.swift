import Domain
import Services
import TerminalKit

/// The selected customer in two rows below the list, or whole beside it; one of the sea in outline (R2.2).
enum TomorrowAside: Sendable {
  case own(footer: [String], CustomerAside?)
  case sea(SeaAside)

  /// - Parameter isInSea: it is nobody's yet.
  init(_ view: CustomerView, isInSea: Bool, _ context: Context) {
    if isInSea {
      self = .sea(SeaAside(view, context))
      return
    }
    let lines = CustomerLines(view, context)
    let side = context.frame.split.parts(of: context.frame.list.body).detail
    self = .own(
      footer: [
        context.words("footer.why", ["text": lines.why]),
        context.words("footer.latest", ["text": lines.latest]),
      ],
      side.map { CustomerAside(view, columns: $0.columns, context) })
  }

  func drawFooter(in rect: Rect, on canvas: inout Canvas) {
    switch self {
    case .sea(let aside): aside.drawFooter(in: rect, on: &canvas)
    case .own(let footer, _):
      for (row, text) in footer.enumerated() { canvas.put(text, in: rect.line(row)) }
    }
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    switch self {
    case .sea(let aside): aside.draw(in: rect, on: &canvas)
    case .own(_, let half): half?.draw(in: rect, on: &canvas)
    }
  }
}
