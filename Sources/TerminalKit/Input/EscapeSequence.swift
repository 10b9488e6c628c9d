/// A sequence after `ESC [` or `ESC O`, read byte by byte.
struct EscapeSequence: Sendable {
  enum Meaning {
    case key(Key)
    case pasteBegins
    /// Where the cursor stands, as was asked.
    case report(Position)
    /// Mouse, focus, answers, and whatever else is not known: swallowed whole.
    case nothing
  }

  enum Progress {
    case more
    case done(Meaning)
    /// The byte does not belong to it.
    case broken
  }

  private let opener: UInt8
  let alt: Bool
  private let awaitsReport: Bool
  private var parameters: [UInt8] = []
  private var hasIntermediates = false
  /// Bytes still to be swallowed: the three of an old mouse report.
  private var swallowing = 0
  private var isLinuxFunctionKey = false
  /// More than any real sequence has; what goes beyond is swallowed but not kept.
  private static let longest = 64

  init(opener: UInt8, alt: Bool, awaitsReport: Bool = false) {
    self.opener = opener
    self.alt = alt
    self.awaitsReport = awaitsReport && opener == UInt8(ascii: "[")
  }

  /// It may yet become the report that is awaited.
  var mayBeReport: Bool { awaitsReport && !parameters.isEmpty }

  /// The keys it stands for when nothing follows.
  var whenAbandoned: [Key] {
    guard parameters.isEmpty, !hasIntermediates, swallowing == 0, !isLinuxFunctionKey else { return [] }
    let key = Key(.character(Character(Unicode.Scalar(opener))), alt: true)
    return alt ? [.escape, key] : [key]
  }

  mutating func read(_ byte: UInt8) -> Progress {
    if swallowing > 0 { return swallow() }
    if isLinuxFunctionKey { return finishLinuxFunctionKey(byte) }
    switch byte {
    case 0x30...0x3F:
      if parameters.count < EscapeSequence.longest { parameters.append(byte) }
      return .more
    case 0x20...0x2F:
      hasIntermediates = true
      return .more
    case 0x40...0x7E: return finish(byte)
    default: return .broken
    }
  }

  private mutating func swallow() -> Progress {
    swallowing -= 1
    return swallowing == 0 ? .done(.nothing) : .more
  }

  private mutating func finish(_ final: UInt8) -> Progress {
    let isBare = opener == UInt8(ascii: "[") && parameters.isEmpty && !hasIntermediates
    if isBare, final == UInt8(ascii: "M") {
      swallowing = 3
      return .more
    }
    if isBare, final == UInt8(ascii: "[") {
      isLinuxFunctionKey = true
      return .more
    }
    guard !hasIntermediates, let numbers = numbers else { return .done(.nothing) }
    let isPaste = opener == UInt8(ascii: "[") && final == UInt8(ascii: "~") && numbers.first == 200
    if isPaste { return .done(.pasteBegins) }
    if opener == UInt8(ascii: "["), final == UInt8(ascii: "R"), isReport(numbers) {
      guard awaitsReport, numbers.count == 2 else { return .done(.nothing) }
      return .done(.report(Position(row: numbers[0] - 1, column: numbers[1] - 1)))
    }
    let key = Key(sequenceOpenedBy: opener, numbers: numbers, final: final)
    return .done(key.map { .key(withAlt($0)) } ?? .nothing)
  }

  /// F3 with a modifier says row 1. What is no whole report is no key either, as long as one is awaited.
  private func isReport(_ numbers: [Int]) -> Bool {
    !parameters.isEmpty && numbers[0] != 1 && (awaitsReport || numbers.count == 2)
  }

  /// The Linux console sends `ESC [ [ A` to `ESC [ [ E` for F1 to F5.
  private func finishLinuxFunctionKey(_ byte: UInt8) -> Progress {
    guard 0x41...0x45 ~= byte else { return 0x20...0x7E ~= byte ? .done(.nothing) : .broken }
    return .done(.key(withAlt(Key(.function(Int(byte) - 0x40)))))
  }

  private func withAlt(_ key: Key) -> Key {
    var key = key
    key.alt = key.alt || alt
    return key
  }

  /// The parameters as numbers, sub-parameters left out; nil when they are private (mouse, answers) or too many.
  private var numbers: [Int]? {
    guard parameters.count < EscapeSequence.longest, parameters.allSatisfy({ $0 < 0x3C }) else { return nil }
    return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
      let digits = field.prefix { $0 != UInt8(ascii: ":") }.prefix(7)
      return Int(String(decoding: digits, as: UTF8.self)) ?? 0
    }
  }
}
