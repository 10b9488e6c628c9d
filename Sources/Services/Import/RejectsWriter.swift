import Glibc

/// Writes the refused rows with their reasons as a table that spreadsheets open: UTF-8 with a byte order mark,
/// commas, CR LF, formulas defused (R12.3, R12.4).
///
/// It is written beside its place and moved there by `finish`; without that nothing is left behind. Only the user
/// can read it. What is no file (a pipe, a terminal) is written to at once. Holds an open file; used by one owner
/// at a time. To a terminal no sequence of a row goes that it would act on.
package final class RejectsWriter {
  private let path: String
  /// Where it is written until it is finished; nil where it is written in place.
  private var draft: String?
  private let descriptor: Int32
  private let isTerminal: Bool
  private var pending: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Starts the file with the headings of the imported one.
  ///
  /// - Parameter sources: files it must not replace, whatever they are called.
  package init(
    _ path: String, headings: [String], own: RejectsHeading, sources: [String] = []
  ) throws(RejectsError) {
    if sources.contains(where: { $0 == path || Self.isSameFile($0, path) }) { throw .isSource(path) }
    let draft = Self.isInPlace(path) ? nil : "\(path).\(getpid()).draft"
    let flags = draft == nil ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW
    let descriptor = open(draft ?? path, flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotWrite(path, code: errno) }
    self.path = path
    self.draft = draft
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    append(own.texts + headings)
  }

  deinit {
    close(descriptor)
    if let draft { unlink(draft) }
  }

  /// Adds a row: its number, why it was refused, and its cells as they were.
  package func write(row: Int, code: String, reason: String, cells: [String]) throws(RejectsError) {
    append([String(row), code, reason] + cells)
    if pending.count >= 65_536 { try flush() }
  }

  /// Puts the file in its place, replacing what was there.
  package func finish() throws(RejectsError) {
    try flush()
    guard let draft else { return }
    guard fsync(descriptor) == 0, rename(draft, path) == 0 else { throw .cannotWrite(path, code: errno) }
    self.draft = nil
  }

  private func append(_ cells: [String]) {
    let shown = isTerminal ? cells.map(PlainText.forTerminal) : cells
    let line = CSVCell.line(shown)
    pending.append(contentsOf: (line + "\r\n").utf8)
  }

  private func flush() throws(RejectsError) {
    if let code = writeWhole(pending, to: descriptor) { throw .cannotWrite(path, code: code) }
    pending.removeAll(keepingCapacity: true)
  }

  private static func isSameFile(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Whether something stands there that must not be replaced by a file, like /dev/null.
  private static func isInPlace(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }
}

package enum RejectsError: Error, Hashable, Sendable {
  /// The refused rows would take the place of what they come from, or of the base.
  case isSource(String)
  /// With the error number of the system.
  case cannotWrite(String, code: Int32)
}

package enum CSVCell {
  /// A row of a table, formulas defused (R12.4).
  package static func line(_ cells: [String]) -> String {
    cells.map { written(FormulaGuard.defused($0)) }.joined(separator: ",")
  }

  /// The cell in quotes where it needs them.
  package static func written(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x09].contains($0) }
    let isPadded = text.first?.isWhitespace == true || text.last?.isWhitespace == true
    guard needsQuotes || isPadded else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
