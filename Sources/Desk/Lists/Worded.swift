import Domain
import Services

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
