import Domain
import Services
import TerminalKit

/// Why the selected customer may be given up: two rows below the list, or the whole customer beside it.
struct SwapAside: Sendable {
  private let why: String
  private let latest: String
  private let half: CustomerAside?

  /// - Parameter columns: of the right half; nil where there is none.
  init(_ view: CustomerView, _ row: LibraryRow, columns: Int?, _ context: Context) {
    why = context.words("swap.footer.why", ["text": SwapCells(context).weakness(row)])
    latest = context.words("footer.latest", ["text": CustomerLines(view, context).latest])
    half = columns.map { CustomerAside(view, columns: $0, context) }
  }

  func draw(in layout: SwapLayout, on canvas: inout Canvas) {
    if let side = layout.side {
      half?.draw(in: side, on: &canvas)
    } else {
      canvas.put(why, in: layout.footer.line(0))
      canvas.put(latest, in: layout.footer.line(1))
    }
  }
}
