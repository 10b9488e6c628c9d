/// What comes faster than any hand types, where the terminal does not mark its pastes (M48): several lines at once, or one
/// that is long. It is a paste with all that follows before a moment of quiet. Keys typed ahead, or sent by a script, are
/// few, and stay keys.
package struct Burst: Sendable {
  /// No two keys of a hand are so near to each other.
  static let quiet: Milliseconds = 20

  /// A line that an input method commits has fewer characters; so has a field with its Enter.
  private static let longLine = 80
  private static let longEntry = 24
  private static let fewestOfALine = 3
  /// A key that is held down repeats itself.
  private static let fewestKinds = 5
  /// So much tells a paste.
  private static let sample = 4_096

  private var bytes: [UInt8] = []

  package init() {}

  var isOpen: Bool { !bytes.isEmpty }

  /// - Parameter isBetweenKeys: no sequence has been begun before these bytes.
  /// - Returns: whether they are part of a burst; else they are keys.
  mutating func take(_ new: [UInt8], isBetweenKeys: Bool) -> Bool {
    guard isOpen || isBetweenKeys && Burst.isPaste(new) else { return false }
    if bytes.count < PasteBuffer.bound { bytes += new }
    return true
  }

  /// It is over: nothing came for a while.
  mutating func end() -> InputEvent {
    defer { bytes = [] }
    return .paste(PasteBuffer.text(of: bytes))
  }

  package static func isPaste(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(sample)
    // A key that is no character is no text.
    if sample.contains(0x1B) { return false }
    let text = String(decoding: sample, as: UTF8.self)
    guard Set(text).count >= fewestKinds else { return false }
    let lines = text.split(whereSeparator: \.isNewline)
    if lines.count(where: { $0.count >= fewestOfALine }) > 1 { return true }
    let hasLineEnd = text.contains(where: \.isNewline)
    return text.count >= (hasLineEnd ? longEntry : longLine)
  }
}
