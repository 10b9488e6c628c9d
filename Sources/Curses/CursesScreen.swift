import CNcurses
import Glibc
import TerminalKit

/// The real terminal. ncurses writes to it; what the user types is read by the loop, from the same terminal in raw
/// mode. One at a time, on one thread.
package final class CursesScreen: Screen {
  package private(set) var size = Size(rows: 24, columns: 80)
  /// False when the user's locale is not UTF-8: the terminal may show Chinese as garbage.
  package let isLocaleUnicode: Bool

  private let modes: TerminalModes
  private let output: TerminalOutput
  private let outputFile: UnsafeMutablePointer<FILE>
  private let inputFile: UnsafeMutablePointer<FILE>
  private let terminal: OpaquePointer
  private let painter: Painter
  private let asksForWidths: Bool
  private var isSuspended = false
  private var isClosed = false

  /// Takes the terminal: alternate screen, raw mode, bracketed paste.
  ///
  /// - Parameter chrome: what lines are drawn with, whatever the terminal says; nil asks it.
  /// - Throws: `TerminalError`.
  package init(
    theme: Theme, input inputDescriptor: Int32 = STDIN_FILENO, output outputDescriptor: Int32 = STDOUT_FILENO,
    settings: TerminalSettings = .fromEnvironment(), chrome: Chrome? = nil
  ) throws {
    guard isatty(inputDescriptor) == 1, isatty(outputDescriptor) == 1 else {
      throw TerminalError.notATerminal
    }
    let type = try TerminalDatabase.check(settings, output: outputDescriptor)
    isLocaleUnicode = try TerminalLocale.establish()
    let modes = TerminalModes(descriptor: inputDescriptor)
    guard let outputFile = fdopen(dup(outputDescriptor), "w"),
      let inputFile = fdopen(dup(inputDescriptor), "r"),
      let terminal = modes.keepingHandlers({ newterm(type, outputFile, inputFile) }),
      let window = newwin(0, 0, 0, 0)
    else { throw TerminalError.cannotStart }
    self.modes = modes
    self.outputFile = outputFile
    self.inputFile = inputFile
    self.terminal = terminal
    let output = TerminalOutput(descriptor: outputDescriptor)
    self.output = output
    painter = Painter(
      window: window, look: Look(chrome == .plain ? theme.plain : theme, wantsColor: settings.usesColor),
      write: output.write)
    asksForWidths = chrome == nil
    painter.chrome = chrome ?? .ascii
    setUp()
  }

  deinit {
    close()
  }

  package var chrome: Chrome { painter.chrome }

  package func askForWidths() -> Int? {
    guard asksForWidths, WidthQuestion.fits(size), let question = WidthQuestion() else { return nil }
    painter.begin()
    write(raw: question.bytes)
    return WidthQuestion.row
  }

  package func takeWidths(endColumn: Int) {
    if endColumn == WidthQuestion.narrowEndColumn { painter.chrome = .lines }
  }

  package func present(_ canvas: Canvas) {
    guard !isSuspended, !isClosed else { return }
    painter.paint(canvas)
  }

  package func remeasure() -> Size {
    size = output.measure() ?? size
    // Not resizeterm: that one leaves a key in a queue nobody reads.
    resize_term(Int32(size.rows), Int32(size.columns))
    painter.resize(to: size)
    return size
  }

  package func repaint() {
    painter.forget()
  }

  package func suspend() {
    guard !isSuspended, !isClosed else { return }
    isSuspended = true
    leaveScreen()
  }

  package func resume() {
    guard !isClosed else { return }
    // Stopped and continued without our doing: whoever had the terminal meanwhile left it in unknown modes.
    if !isSuspended { endwin() }
    isSuspended = false
    reset_prog_mode()
    write(raw: Sequences.pasteOn)
    painter.forget()
  }

  package func bell() {
    beep()
  }

  package func write(raw bytes: [UInt8]) {
    output.write(bytes)
  }

  package func close() {
    guard !isClosed else { return }
    if !isSuspended { leaveScreen() }
    isClosed = true
    painter.close()
    delscreen(terminal)
    fclose(outputFile)
    fclose(inputFile)
  }

  private func setUp() {
    raw()
    noecho()
    nonl()
    _ = remeasure()
    write(raw: Sequences.pasteOn)
  }

  private func leaveScreen() {
    write(raw: Sequences.pasteOff)
    curs_set(1)
    endwin()
    modes.restore()
  }
}

/// What terminfo has no name for. Terminals that do not know them ignore them.
private enum Sequences {
  static let pasteOn = Array("\u{1B}[?2004h".utf8)
  static let pasteOff = Array("\u{1B}[?2004l".utf8)
}
