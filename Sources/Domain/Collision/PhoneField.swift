/// Cuts a field of numbers into tokens; in time linear to its length. What is written as a time, a date or with the
/// decimals of a spreadsheet is no part of a number (R5.3).
struct PhoneField {
  private enum Piece: Equatable {
    case digits(String)
    case word(String)
    case sign(Unicode.Scalar)
  }

  private let words: PhoneWords
  private var pieces: [Piece] = []
  private var place = 0

  static func tokens(of text: String, _ words: PhoneWords) -> [PhoneToken] {
    var field = PhoneField(text, words)
    var tokens: [PhoneToken] = []
    while field.place < field.pieces.count { tokens += field.next() }
    return tokens
  }

  private init(_ text: String, _ words: PhoneWords) {
    self.words = words
    var digits = ""
    var word = ""
    for scalar in text.unicodeScalars.lazy.compactMap(PhoneField.narrowed) {
      if ("0"..."9").contains(scalar) {
        PhoneField.flush(&word, into: &pieces, as: Piece.word)
        digits.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic {
        PhoneField.flush(&digits, into: &pieces, as: Piece.digits)
        word.unicodeScalars.append(scalar)
      } else {
        PhoneField.flush(&digits, into: &pieces, as: Piece.digits)
        PhoneField.flush(&word, into: &pieces, as: Piece.word)
        pieces.append(.sign(scalar))
      }
    }
    PhoneField.flush(&digits, into: &pieces, as: Piece.digits)
    PhoneField.flush(&word, into: &pieces, as: Piece.word)
  }

  private static func flush(_ text: inout String, into pieces: inout [Piece], as piece: (String) -> Piece) {
    if !text.isEmpty { pieces.append(piece(text)) }
    text = ""
  }

  /// The half-width, lower-case form of a character; nil for what does not show, as the marks of direction.
  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let isWide = (0xFF01...0xFF5E).contains(scalar.value)
    let narrow = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    if ("A"..."Z").contains(narrow) { return Unicode.Scalar(narrow.value + 32) }
    return narrow.isInvisible ? nil : narrow
  }

  private mutating func next() -> [PhoneToken] {
    switch pieces[place] {
    case .sign(let scalar):
      place += 1
      return [PhoneToken.sign(scalar)]
    case .word(let word):
      place += 1
      return words.tokens(of: word)
    case .digits(let digits):
      if let length = timeLength ?? dateLength {
        place += length
        return [.separator]
      }
      place += 1
      if digits.utf8.count > 3, hasZeroDecimals { place += 2 }
      return [.digits(digits, isCounted: isUnitNext)]
    }
  }

  private var isUnitNext: Bool {
    if place < pieces.count, case .word(let word) = pieces[place] { return words.isUnit(word) }
    return false
  }

  // MARK: what is no number

  /// 9:00, 18:30:00
  private var timeLength: Int? {
    guard let hour = number(at: place, digits: 1...2, upTo: 24), isSign(at: place + 1, ":"),
      let minute = number(at: place + 2, digits: 2...2, upTo: 59), hour * 60 + minute <= 1440
    else { return nil }
    let hasSeconds = isSign(at: place + 3, ":") && number(at: place + 4, digits: 2...2, upTo: 59) != nil
    return hasSeconds ? 5 : 3
  }

  /// 2025-03-01, 2025/3/1, 2025.3.1; not where it is joined to what stands before.
  private var dateLength: Int? {
    guard let year = number(at: place, digits: 4...4, upTo: 2099), year >= 1900, place + 4 < pieces.count,
      ["-", "/", "."].contains(where: { isSign(at: place + 1, $0) }), pieces[place + 1] == pieces[place + 3],
      let month = number(at: place + 2, digits: 1...2, upTo: 12),
      let day = number(at: place + 4, digits: 1...2, upTo: 31),
      Day(year: year, month: month, day: day) != nil
    else { return nil }
    if place > 0, case .sign(let before) = pieces[place - 1], PhoneToken.sign(before) == .joint { return nil }
    return 5
  }

  /// `.0` behind a number, as spreadsheets write it.
  private var hasZeroDecimals: Bool {
    guard isSign(at: place, "."), place + 1 < pieces.count, case .digits(let digits) = pieces[place + 1]
    else {
      return false
    }
    return digits.utf8.count <= 2 && digits.allSatisfy { $0 == "0" } && !isSign(at: place + 2, ".")
  }

  private func isSign(at index: Int, _ sign: Unicode.Scalar) -> Bool {
    index < pieces.count && pieces[index] == .sign(sign)
  }

  private func number(at index: Int, digits count: ClosedRange<Int>, upTo most: Int) -> Int? {
    guard index < pieces.count, case .digits(let digits) = pieces[index], count.contains(digits.utf8.count),
      let number = decimal(digits), number <= most
    else { return nil }
    return number
  }
}
