import Domain
import Services
import TerminalKit

/// What is said of the selected customer: worded once, drawn often.
struct Worded<Content: Sendable>: Sendable {
  /// For a moment still the customer selected before.
  private(set) var view: CustomerView?
  private(set) var content: Content?
  private var stamp: Stamp?

  private struct Stamp: Equatable, Sendable {
    let columns: Int
    let minute: Int64
  }

  mutating func take(_ view: CustomerView) {
    self.view = view
    stamp = nil
  }

  /// Anew for another customer, another width, another minute.
  mutating func prepare(columns: Int, _ context: Context, _ word: (CustomerView) -> Content?) {
    let now = Stamp(columns: columns, minute: context.now.seconds / 60)
    guard let view, stamp != now else { return }
    stamp = now
    content = word(view)
  }
}

// MARK: - A customer beside or below a list

extension Worded<CustomerAside> {
  mutating func prepare(_ context: Context) {
    guard let side = context.frame.split.parts(of: context.frame.list.body).detail else { return }
    prepare(columns: side.columns, context) { CustomerAside($0, columns: side.columns, context) }
  }

  /// The right half of a wide screen, else why and latest below the list.
  func draw(in frame: Frame, isShown: Bool, on canvas: inout Canvas, _ context: Context) {
    let areas = frame.list
    if let side = frame.split.parts(of: areas.body).detail {
      frame.split.draw(in: areas.body, on: &canvas)
      content?.draw(in: side, on: &canvas)
    } else if let view, isShown {
      for (row, text) in CustomerLines(view, context).footer.enumerated() {
        canvas.put(.labelled(text), in: areas.footer.line(row))
      }
    }
  }
}
