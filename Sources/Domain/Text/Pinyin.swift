/// Pinyin initials, by which the sea and the library are searched (R5.2: rdjm finds 日东精密).
package struct Pinyin: Sendable {
  private let folding: Folding
  /// Bits 0 to 25: the initials of the common readings. From bit 26 on: 1 + the letter of the commonest.
  private var readings = ScalarMap()
  private var phrases = WordTrie()
  private var phraseInitials: [[UInt8]] = []

  /// - Parameters:
  ///   - readings: a character and the initials of its common readings, the commonest first.
  ///   - phrases: a word and its initials, where they are not those of its characters (银行 yh).
  package init(
    folding: Folding, readings: [(Unicode.Scalar, String)], phrases: [(String, String)]
  ) {
    self.folding = folding
    for (scalar, initials) in readings {
      let letters = initials.utf8.filter(Pinyin.isLetter).map { UInt32($0 - Pinyin.firstLetter) }
      guard let commonest = letters.first else { continue }
      self.readings[scalar] = letters.reduce((commonest + 1) << 26) { $0 | 1 << $1 }
    }
    for (word, initials) in phrases where word.unicodeScalars.count == initials.utf8.count {
      self.phrases.insert(word.unicodeScalars, value: phraseInitials.count)
      phraseInitials.append(Array(initials.utf8))
    }
  }

  /// The initials by the commonest readings; letters and digits stay, all else goes: 苏州3M有限公司 is sz3myxgs.
  package func initials(of text: String) -> String {
    String(decoding: syllables(of: text).map(\.initial), as: UTF8.self)
  }

  /// How many ways of reading a text are given at most; beyond that only the commonest reading of a character counts.
  package static let mostReadings = 16

  /// The initials by every common reading, the commonest first: 重庆 is cq and zq.
  package func allInitials(of text: String) -> [String] {
    var ways: [[UInt8]] = [[]]
    for syllable in syllables(of: text) {
      let initials = syllable.allInitials
      let fits = ways.count * initials.count <= Pinyin.mostReadings
      ways = (fits ? initials : [syllable.initial]).flatMap { initial in ways.map { $0 + [initial] } }
    }
    return ways.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the initials stand side by side anywhere in the text, by any common reading.
  package func matches(_ query: String, in text: String) -> Bool {
    let letters = folding.folded(query).utf8.map { $0 }
    let syllables = syllables(of: text)
    guard !letters.isEmpty, letters.count <= syllables.count else { return false }
    return (0...(syllables.count - letters.count)).contains { start in
      letters.indices.allSatisfy { syllables[start + $0].canBegin(with: letters[$0]) }
    }
  }

  private func syllables(of text: String) -> [Syllable] {
    let scalars = folding.scalars(of: text)
    var syllables: [Syllable] = []
    syllables.reserveCapacity(scalars.count)
    var place = 0
    while place < scalars.count {
      let phrase = phrases.longestWord(in: scalars, from: place)
      let initials = phrase.map { phraseInitials[$0.value] } ?? []
      for offset in 0..<max(1, initials.count) {
        let initial = offset < initials.count ? initials[offset] : nil
        if let syllable = syllable(scalars[place + offset], initial) { syllables.append(syllable) }
      }
      place += max(1, initials.count)
    }
    return syllables
  }

  private func syllable(_ scalar: Unicode.Scalar, _ initial: UInt8?) -> Syllable? {
    if scalar.isASCII { return Syllable(initial: UInt8(scalar.value), common: 0) }
    let entry = readings[scalar]
    guard entry != 0 || initial != nil else { return nil }
    let commonest = Pinyin.firstLetter - 1 + UInt8(truncatingIfNeeded: entry >> 26)
    return Syllable(initial: initial ?? commonest, common: entry & 0x3FF_FFFF)
  }

  private static let firstLetter: UInt8 = 97  // a

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
}

/// One character as it is read: the initial of its commonest reading here, and those of its other common readings.
private struct Syllable {
  let initial: UInt8
  /// Bits 0 to 25 for a to z.
  let common: UInt32

  var allInitials: [UInt8] {
    [initial] + (97...122).filter { $0 != initial && common & 1 << UInt32($0 - 97) != 0 }
  }

  func canBegin(with letter: UInt8) -> Bool {
    letter == initial || ((97...122).contains(letter) && common & 1 << UInt32(letter - 97) != 0)
  }
}
