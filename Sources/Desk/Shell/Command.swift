/// Every act a key can mean. A key means the same in every pane; a pane says which it knows, and why not now.
enum Command: Hashable, Sendable {
  // Moving and marking.
  case down, up, pageDown, pageUp, halfPageDown, halfPageUp, first, last
  case nextItem, previousItem
  case mark, markRange, markAll, markDown, markUp
  case next, previous
  case switchHalf, switchHalfBack
  /// Through the days of a report.
  case earlier, later
  // Going.
  case open, back
  case go, help, palette
  case filter
  case order
  case repaint
  // Acting on a customer.
  case dial, copy, write, callAgain
  case pick, release, explainRelease
  /// To a colleague, by who is above (R2.2).
  case give
  case request
  case why
  /// Yes and no to the row, the marks, or what is before one.
  case yes, no
  /// The fields of the customer.
  case edit
  case undo
  /// What the team has at hand for a note.
  case phrases
  /// Ends what the pane is for: submits, closes (principle 2).
  case finish

  /// Whether it changes the base: not while that is away.
  var writes: Bool {
    switch self {
    case .write, .callAgain, .pick, .release, .request, .yes, .no, .undo, .finish: true
    default: false
    }
  }

  /// Moving about is no act: the news stays.
  var keepsNews: Bool {
    switch self {
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last, .repaint: true
    default: false
    }
  }
}
