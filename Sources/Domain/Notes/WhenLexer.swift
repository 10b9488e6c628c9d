/// Cuts a phrase into tokens: the longest known word first, else a number, else one of the signs.
struct WhenLexer {
  /// Characters; longer than anything anybody says.
  static let longestPhrase = 60

  private let typed: [Character]
  private let folded: [Character]
  private let vocabulary: WhenVocabulary
  private var place = 0

  static func tokens(of text: String, _ vocabulary: WhenVocabulary) throws(WhenError) -> [WhenToken] {
    let start = text.drop { $0.isWhitespace }
    guard !start.isEmpty else { throw .empty }
    guard start.dropFirst(longestPhrase).allSatisfy(\.isWhitespace) else { throw .unreadable(cut(start)) }
    var lexer = WhenLexer(
      start.prefix(longestPhrase).split(whereSeparator: \.isWhitespace).joined(separator: " "), vocabulary)
    var tokens: [WhenToken] = []
    while let piece = try lexer.next() { tokens += piece }
    return tokens
  }

  /// The text as an error shows it.
  static func cut(_ text: some StringProtocol) -> String { String(text.prefix(24)) }

  private init(_ text: String, _ vocabulary: WhenVocabulary) {
    self.vocabulary = vocabulary
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
    for length in stride(from: min(vocabulary.longest, folded.count - place), to: 0, by: -1) {
      let end = place + length
      guard let words = vocabulary.words[String(folded[place..<end])], isBoundary(at: end) else { continue }
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
    if let value = decimal(String(digits)) {
      if digits.count == 8 { return WhenToken(kind: .compactDate(value), source: take(8)) }
      if (1...4).contains(digits.count) {
        return WhenToken(kind: .number(value, digits: digits.count), source: take(digits.count))
      }
    }
    let numerals = folded[place...].prefix { WhenNumerals.isNumeral($0) }
    guard
      let value = isStretch(numerals) ? WhenNumerals.value(numerals.prefix(1)) : WhenNumerals.value(numerals)
    else { return nil }
    return WhenToken(kind: .number(value, digits: 0), source: take(numerals.count))
  }

  /// 两三天 is two days or three, told as two; 二六年 is a year.
  private func isStretch(_ numerals: ArraySlice<Character>) -> Bool {
    let next = folded[numerals.endIndex...].first
    return WhenNumerals.isStretch(numerals) && next.map { !"年月日号".contains($0) } ?? true
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

/// Chinese numerals up to 9999, and years digit by digit: 十, 二十八, 一百零五, 二〇二六.
enum WhenNumerals {
  private static let digits: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// The largest first, as they are said.
  private static let powers: [(character: Character, value: Int)] = [("千", 1000), ("百", 100), ("十", 10)]

  static func isNumeral(_ character: Character) -> Bool {
    powers.contains { $0.character == character } || digits[character] != nil
  }

  static func value(_ numerals: ArraySlice<Character>) -> Int? {
    var (rest, sum) = (numerals, 0)
    for (character, value) in powers {
      guard let place = rest.firstIndex(of: character) else { continue }
      let count = rest[..<place].drop { $0 == "零" }
      guard count.count <= 1, let times = count.isEmpty && value == 10 ? 1 : plain(count) else { return nil }
      sum += times * value
      rest = rest[(place + 1)...]
    }
    if rest.count == numerals.count { return plain(rest) }
    let ones = rest.drop { $0 == "零" }
    guard ones.count <= 1 else { return nil }
    return ones.isEmpty ? sum : plain(ones).map { sum + $0 }
  }

  /// 两三, 七八: one behind the other, and both more than nothing.
  static func isStretch(_ numerals: ArraySlice<Character>) -> Bool {
    let values = numerals.compactMap { digits[$0] }
    return numerals.count == 2 && values.count == 2 && !values.contains(0) && values[0] < values[1]
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
