/// What the loop draws on: the real terminal, or a fake one in tests.
package protocol Screen: AnyObject {
  /// As last asked of the terminal; `remeasure` asks again.
  var size: Size { get }

  /// What its lines and bars are drawn with.
  var chrome: Chrome { get }

  /// Asks the terminal how wide it draws the glyphs of `Chrome.lines`, before anything is shown. Nobody waits: the answer,
  /// if any, comes with the input, as a report of where the cursor stands.
  /// - Returns: the row it was asked on, counted from 0; nil where it can't be asked.
  func askForWidths() -> Int?

  /// Takes the answer: in which column the cursor came to stand.
  func takeWidths(endColumn: Int)

  /// Shows the canvas, writing what differs from what was shown last.
  func present(_ canvas: Canvas)

  /// Asks the terminal for its size and repaints everything with the next canvas.
  @discardableResult
  func remeasure() -> Size

  /// The next canvas is painted whole, whatever the terminal shows (Ctrl-L).
  func repaint()

  /// Gives the terminal back to the shell, for Ctrl-Z or an external program.
  func suspend()

  /// Takes it again; the next canvas is painted whole.
  func resume()

  func bell()

  /// Writes a sequence as it stands, such as OSC 52 for the clipboard.
  func write(raw bytes: [UInt8])

  /// Restores the terminal as it was found. May be called twice.
  func close()
}

/// A screen that keeps what it is given.
package final class FakeScreen: Screen {
  /// What was asked of it, in order.
  package enum Call: Hashable, Sendable {
    case present, remeasure, repaint, suspend, resume, bell, close
    case write([UInt8])
  }

  package private(set) var size: Size
  package private(set) var chrome = Chrome.ascii
  /// Where a narrow terminal would have the cursor after the question, on the second row; nil for one that can't be asked.
  package var narrowEndColumn: Int?
  /// The size that `remeasure` finds.
  package var terminalSize: Size
  package private(set) var canvases: [Canvas] = []
  package private(set) var calls: [Call] = []

  package init(rows: Int = 24, columns: Int = 80) {
    size = Size(rows: rows, columns: columns)
    terminalSize = size
  }

  package var last: Canvas? { canvases.last }

  package func askForWidths() -> Int? { narrowEndColumn.map { _ in 1 } }

  package func takeWidths(endColumn: Int) {
    if endColumn == narrowEndColumn { chrome = .lines }
  }

  package func present(_ canvas: Canvas) {
    calls.append(.present)
    canvases.append(canvas)
  }

  package func remeasure() -> Size {
    calls.append(.remeasure)
    size = terminalSize
    return size
  }

  package func repaint() { calls.append(.repaint) }
  package func suspend() { calls.append(.suspend) }
  package func resume() { calls.append(.resume) }
  package func bell() { calls.append(.bell) }
  package func write(raw bytes: [UInt8]) { calls.append(.write(bytes)) }
  package func close() { calls.append(.close) }
}
