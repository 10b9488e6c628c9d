import TerminalKit

/// A line with names in it, of which only so much stays as leaves room for the rest.
struct FittedLine {
  private let columns: Int

  init(_ context: Context) {
    columns = context.frame.size.columns
  }

  func with(_ name: String, _ line: (String) -> String) -> String {
    let excess = TextWidth.of(line(name)) - columns
    return excess > 0 ? line(name.cut(to: max(TextWidth.of(name) - excess, 8))) : line(name)
  }

  /// Of two names the second gives way first.
  func with(_ one: String, _ other: String, _ line: (String, String) -> String) -> String {
    with(one) { one in with(other) { other in line(one, other) } }
  }
}
