/// How long the loop waits for the rest of a sequence, in milliseconds.
package struct EscapeDelay: Sendable {
  /// After a lone ESC.
  package let milliseconds: Int

  /// 50 ms, or `$ESCDELAY` within 25 and 500 (M46).
  package init(environment: String? = nil) {
    milliseconds = environment.flatMap(Int.init).map { min(max($0, 25), 500) } ?? 50
  }

  package func milliseconds(for patience: InputParser.Patience) -> Int {
    switch patience {
    case .escape: milliseconds
    case .sequence: milliseconds * 10
    case .paste, .report: 5_000
    }
  }
}
