/// Turns the bytes of a terminal into keys, text and pastes. A value without clock or descriptor: what it makes of
/// bytes does not depend on how they were split, but that a burst of text may come as several.
package struct InputParser: Sendable {
  /// How long an unfinished sequence is worth waiting for.
  package enum Patience: Sendable {
    /// A lone ESC: it may be the Escape key.
    case escape
    /// A sequence begun: a slow line has split it.
    case sequence
    /// A paste whose end is missing.
    case paste
    /// What may be the answer to a question: its rest would be keys that nobody has pressed.
    case report
  }

  private enum State {
    case ground
    /// After one ESC, or after two: some terminals put a second one before the sequence for Alt.
    case escape(alt: Bool)
    case sequence(EscapeSequence)
    /// An operating system command or its kin, read up to its terminator.
    case string(StringSequence)
    case paste(PasteBuffer)
  }

  private var state = State.ground
  private var decoder = TextDecoder()
  private var events: [InputEvent] = []
  private var reportedColumn: Int?

  /// The row on which the terminal was asked where its cursor stands, counted from 0: the second or one below. As long as
  /// that is open, and no longer, a report is told from F3 with a modifier, which says the first.
  package var awaitedReportRow: Int?

  package init() {}

  /// What is awaited; nil when the bytes so far are complete.
  package var patience: Patience? {
    switch state {
    case .ground: nil
    case .escape: .escape
    case .sequence(let sequence): sequence.mayBeReport ? .report : .sequence
    case .string: .sequence
    case .paste: .paste
    }
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    for byte in bytes { read(byte) }
    return flush()
  }

  /// Nothing came for as long as `patience` allows: what was begun is taken as it stands.
  package mutating func timeout() -> [InputEvent] {
    switch state {
    case .ground: break
    case .escape(let alt): emit(alt ? [.escape, .escape] : [.escape])
    case .sequence(let sequence): emit(sequence.whenAbandoned)
    case .string(let string): emit(string.whenAbandoned)
    case .paste(let buffer): deliver(buffer)
    }
    state = .ground
    return flush()
  }

  /// In which column the terminal said that its cursor stands, once.
  package mutating func takeReportedColumn() -> Int? {
    defer { reportedColumn = nil }
    return reportedColumn
  }

  private mutating func read(_ byte: UInt8) {
    switch state {
    case .ground: readOnGround(byte)
    case .escape(let alt): readAfterEscape(byte, alt: alt)
    case .sequence(var sequence): read(byte, into: &sequence)
    case .string(var string): read(byte, into: &string)
    case .paste: readPaste(byte)
    }
  }

  private mutating func readOnGround(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      decoder.endCharacter()
      state = .escape(alt: false)
    case 0x80...: decoder.read(byte)
    default:
      decoder.endCharacter()
      emit([Key(ascii: byte)])
    }
  }

  private mutating func readAfterEscape(_ byte: UInt8, alt: Bool) {
    switch byte {
    case 0x1B:
      if alt { emit([.escape]) }
      state = .escape(alt: true)
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      state = .sequence(EscapeSequence(opener: byte, alt: alt, awaitsReport: awaitedReportRow != nil))
    case _ where StringSequence.openers.contains(byte) && !alt:
      state = .string(StringSequence(opener: byte))
    default:
      if alt { emit([.escape]) }
      state = .ground
      readAlt(byte)
    }
  }

  /// Alt and a key of ASCII; before anything else the ESC was the Escape key.
  private mutating func readAlt(_ byte: UInt8) {
    guard byte < 0x80 else {
      emit([.escape])
      return readOnGround(byte)
    }
    var key = Key(ascii: byte)
    key.alt = true
    emit([key])
  }

  private mutating func read(_ byte: UInt8, into sequence: inout EscapeSequence) {
    switch sequence.read(byte) {
    case .more: state = .sequence(sequence)
    case .broken:
      state = .ground
      readOnGround(byte)
    case .done(.pasteBegins):
      state = .paste(PasteBuffer())
    case .done(.key(let key)):
      state = .ground
      emit([key])
    case .done(.report(let place)):
      state = .ground
      // The Escape key, and the answer right behind it.
      if sequence.alt { emit([.escape]) }
      guard place.row == awaitedReportRow else { return }
      (reportedColumn, awaitedReportRow) = (place.column, nil)
    case .done(.nothing): state = .ground
    }
  }

  private mutating func read(_ byte: UInt8, into string: inout StringSequence) {
    switch string.read(byte) {
    case .more: state = .string(string)
    case .done: state = .ground
    case .escape: state = .escape(alt: false)
    }
  }

  private mutating func readPaste(_ byte: UInt8) {
    guard case .paste(var buffer) = state else { return }
    state = .ground  // so that the buffer is held once and grows in place
    let isComplete = buffer.append(byte)
    if isComplete { deliver(buffer) } else { state = .paste(buffer) }
  }

  private mutating func deliver(_ buffer: PasteBuffer) {
    flushText()
    events.append(.paste(buffer.text))
  }

  private mutating func emit(_ keys: [Key]) {
    flushText()
    events += keys.map(InputEvent.key)
  }

  private mutating func flushText() {
    let text = decoder.takeText()
    if !text.isEmpty { events.append(.text(text)) }
  }

  private mutating func flush() -> [InputEvent] {
    flushText()
    defer { events = [] }
    return events
  }
}
