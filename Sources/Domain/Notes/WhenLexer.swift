/// Cuts a phrase into tokens: the longest known word first, else a number, else one of the signs.
struct WhenLexer {
  /// Characters; longer than anything anybody says.
  static let longestPhrase = 60

  private let typed: [Character]
  private let folded: [Character]
  private var place = 0

  static func tokens(of text: String) throws(WhenError) -> [WhenToken] {
    let start = text.drop { $0.isWhitespace }
    guard !start.isEmpty else { throw .empty }
    guard start.dropFirst(longestPhrase).allSatisfy(\.isWhitespace) else { throw .unreadable(cut(start)) }
    var lexer = WhenLexer(
      start.prefix(longestPhrase).split(whereSeparator: \.isWhitespace).joined(separator: " "))
    var tokens: [WhenToken] = []
    while let piece = try lexer.next() { tokens += piece }
    return tokens
  }

  /// The text as an error shows it.
  static func cut(_ text: some StringProtocol) -> String { String(text.prefix(24)) }

  private init(_ text: String) {
    typed = Array(text)
    folded = WhenFolding.fold(text)
  }

  /// The tokens of the next piece, none for a blank; nil at the end.
  private mutating func next() throws(WhenError) -> [WhenToken]? {
    guard place < folded.count else { return nil }
    if folded[place] == " " {
      place += 1
      return []
    }
    if let word = word() { return word }
    if let number = number() { return [number] }
    guard ":-/.+".contains(folded[place]) else { throw .unreadable(unknown()) }
    let sign = folded[place]
    return [WhenToken(kind: .sign(sign), source: take(1))]
  }

  private mutating func word() -> [WhenToken]? {
    for length in stride(from: min(WhenLexicon.longest, folded.count - place), to: 0, by: -1) {
      let end = place + length
      guard let words = WhenLexicon.words[String(folded[place..<end])], isBoundary(at: end) else { continue }
      let source = take(length)
      return words.map { WhenToken(kind: .word($0), source: source) }
    }
    return nil
  }

  /// A word in Latin letters ends where the letters do, 周5 where the digits do: `m` is no part of `mxyz`.
  private func isBoundary(at end: Int) -> Bool {
    guard end < folded.count else { return true }
    let (last, next) = (folded[end - 1], folded[end])
    return !(last.isLatin && next.isLatin) && !(last.isDigit && next.isDigit)
  }

  private mutating func number() -> WhenToken? {
    let digits = folded[place...].prefix { $0.isDigit }
    if (1...4).contains(digits.count), let value = decimal(String(digits)) {
      return WhenToken(kind: .number(value, digits: digits.count), source: take(digits.count))
    }
    let numerals = folded[place...].prefix { WhenNumerals.isNumeral($0) }
    guard let value = WhenNumerals.value(numerals) else { return nil }
    return WhenToken(kind: .number(value, digits: 0), source: take(numerals.count))
  }

  /// The stretch up to the next blank.
  private func unknown() -> String {
    let length = folded[place...].prefix { $0 != " " }.count
    return WhenLexer.cut(String(typed[place..<place + length]))
  }

  private mutating func take(_ count: Int) -> String {
    defer { place += count }
    return String(typed[place..<place + count])
  }
}

/// Chinese numerals up to 99, and years digit by digit: 十, 二十八, 三十, 二〇二六.
enum WhenNumerals {
  private static let digits: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  static func isNumeral(_ character: Character) -> Bool {
    character == "十" || digits[character] != nil
  }

  static func value(_ numerals: ArraySlice<Character>) -> Int? {
    guard let ten = numerals.firstIndex(of: "十") else { return plain(numerals) }
    let (tens, ones) = (numerals[..<ten], numerals[(ten + 1)...])
    guard tens.count <= 1, ones.count <= 1, let high = tens.isEmpty ? 1 : plain(tens),
      let low = ones.isEmpty ? 0 : plain(ones)
    else { return nil }
    return high * 10 + low
  }

  private static func plain(_ numerals: ArraySlice<Character>) -> Int? {
    guard (1...4).contains(numerals.count) else { return nil }
    let values = numerals.compactMap { digits[$0] }
    return values.count == numerals.count ? values.reduce(0) { $0 * 10 + $1 } : nil
  }
}

extension Character {
  fileprivate var isLatin: Bool { isASCII && isLetter }
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
