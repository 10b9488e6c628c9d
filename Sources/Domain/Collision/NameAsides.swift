/// A name field without what is no part of the name (R5.1): list numbers, known notes, former and second names, numbers.
package struct NameAsides: Hashable, Sendable {
  /// The name itself; the whole text where nothing would be left of it.
  package private(set) var main: String
  /// Former names, and the second one behind a slash: compared, too.
  package private(set) var others: [String] = []

  package init(_ text: String, with tables: NameTables) {
    main = text
    guard text.utf8.count <= NameAsides.longest, text.unicodeScalars.contains(where: NameAsides.isTelltale)
    else { return }
    var field = NameFieldReader(NameNumbers(text, with: tables).name, tables)
    field.read()
    let name = String(field.scalars).trimmedOfMarks
    if tables.folding.folded(name).isEmpty { return }
    main = name
    others = field.others.map(\.trimmedOfMarks).filter { tables.folding.scalars(of: $0).count > 1 }
  }

  /// Bytes; longer than any name, and than a field may be.
  static let longest = 1000

  /// Whether a text with this in it may hold more than a name: no Han or Latin letter tells of anything.
  private static func isTelltale(_ scalar: Unicode.Scalar) -> Bool {
    if ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar) { return false }
    return !(0x4E00..<0xA000).contains(scalar.value)
  }
}

/// Telephone numbers written into a name, which belong among the numbers (R5.1).
package struct NameNumbers: Hashable, Sendable {
  package let name: String
  package let numbers: [String]

  /// As many digits as the shortest local number has.
  private static let fewestDigits = 7

  package init(_ text: String, with tables: NameTables) {
    let scalars = text.utf8.count <= NameAsides.longest ? Array(text.unicodeScalars) : []
    var kept: [Unicode.Scalar] = []
    var numbers: [String] = []
    var place = 0
    while place < scalars.count {
      let end = NameNumbers.end(of: scalars, from: place)
      let digits = scalars[place..<end].count { $0.isDigit }
      if digits >= NameNumbers.fewestDigits, !NameNumbers.isCode(scalars, place..<end) {
        numbers.append(String(Array(scalars[place..<end])))
        kept.removeLast(tables.labelLength(before: kept))
      } else {
        kept += scalars[place..<max(end, place + 1)]
      }
      place = max(end, place + 1)
    }
    self.numbers = numbers
    name = numbers.isEmpty ? text : String(kept).trimmedOfMarks
  }

  /// The end of a stretch that begins here and may be a number; it begins and ends with digits.
  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard scalars[start].isDigit || scalars[start] == "+" else { return start }
    var (end, place) = (start, start)
    while place < scalars.count,
      scalars[place].isDigit || "+-－—– ()（）".unicodeScalars.contains(scalars[place])
    {
      place += 1
      if scalars[place - 1].isDigit { end = place }
    }
    return end
  }

  /// Digits within letters are a code: 91320594MA1.
  private static func isCode(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    let around = [range.lowerBound - 1, range.upperBound].filter(scalars.indices.contains).map { scalars[$0] }
    return around.contains { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
  }
}

/// Takes a field apart, from its ends and its brackets.
private struct NameFieldReader {
  private(set) var scalars: [Unicode.Scalar]
  private(set) var others: [String] = []
  private let tables: NameTables

  private static let openings = Set("(（[［【〔<《〈「{".unicodeScalars)
  private static let closings = Set(")）]］】〕>》〉」}".unicodeScalars)
  private static let slashes = Set("/／|｜;；".unicodeScalars)
  private static let dashes = Set("-－—–_*:： \u{3000},，、".unicodeScalars)

  init(_ text: String, _ tables: NameTables) {
    scalars = Array(text.unicodeScalars)
    self.tables = tables
  }

  mutating func read() {
    takeListNumber()
    takeBrackets()
    takeSecondName()
    takeNotesAtTheEnds()
    takeFormerName()
    takeListNumber()
  }

  // MARK: list numbers

  /// 1. 、 (2) ③ 一、; 2.5 and 3M are no list.
  private mutating func takeListNumber() {
    var place = scalars.firstIndex { !$0.properties.isWhitespace } ?? 0
    guard place < scalars.count else { return }
    if (0x2460...0x249B).contains(scalars[place].value) {
      scalars.removeFirst(place + 1)
      return takeMarks()
    }
    let isOpen = NameFieldReader.openings.contains(scalars[place])
    if isOpen { place += 1 }
    let start = place
    while place < scalars.count, scalars[place].isDigit { place += 1 }
    var isChinese = false
    if place == start {
      while place < scalars.count, "一二三四五六七八九十".unicodeScalars.contains(scalars[place]) { place += 1 }
      isChinese = true
    }
    guard (1...4).contains(place - start), place + 1 < scalars.count, endsListNumber(place, isOpen, isChinese)
    else { return }
    scalars.removeFirst(place + 1)
    takeMarks()
  }

  private func endsListNumber(_ place: Int, _ isOpen: Bool, _ isChinese: Bool) -> Bool {
    let (mark, next) = (scalars[place], scalars[place + 1])
    if NameFieldReader.closings.contains(mark) { return true }
    if isOpen || next.isDigit { return false }
    if isChinese { return "、.．".unicodeScalars.contains(mark) }
    if ".．、,，:：".unicodeScalars.contains(mark) { return true }
    return "-－_".unicodeScalars.contains(mark) && (0x4E00..<0xA000).contains(next.value)
  }

  private mutating func takeMarks() {
    while let first = scalars.first, NameFieldReader.dashes.contains(first) { scalars.removeFirst() }
  }

  // MARK: brackets

  private mutating func takeBrackets() {
    var kept: [Unicode.Scalar] = []
    var openings: [Int] = []
    for scalar in scalars {
      kept.append(scalar)
      if NameFieldReader.openings.contains(scalar) { openings.append(kept.count - 1) }
      guard NameFieldReader.closings.contains(scalar), let opening = openings.popLast() else { continue }
      if isAside(Array(kept[(opening + 1)..<(kept.count - 1)])) { kept.removeSubrange(opening...) }
    }
    scalars = kept
  }

  private mutating func isAside(_ content: [Unicode.Scalar]) -> Bool {
    if tables.isNote(tables.folding.scalars(of: String(content))) { return true }
    guard let former = tables.formerName(in: String(content), leastBehindOneCharacter: 4) else {
      return false
    }
    take(former)
    return true
  }

  // MARK: behind the name

  /// Behind a slash, where a whole name stands before it.
  private mutating func takeSecondName() {
    guard let slash = scalars.firstIndex(where: NameFieldReader.slashes.contains) else { return }
    let (first, second) = (Array(scalars[..<slash]), Array(scalars[(slash + 1)...]))
    guard tables.folding.scalars(of: String(second)).count > 3, NameReading.hasForm(String(first), tables)
    else {
      return
    }
    others += String(second).split { "/／|｜;；".contains($0) }.map(String.init)
    scalars = first
  }

  /// 深圳远航科技有限公司-老客户, 重复: 深圳远航科技有限公司
  private mutating func takeNotesAtTheEnds() {
    while let mark = scalars.lastIndex(where: isMark), mark > 0, isNote(scalars[(mark + 1)...]),
      !isBlank(scalars[mark]) || hasWholeNameFirst
    {
      scalars = Array(scalars[..<mark])
    }
    while let mark = scalars.firstIndex(where: isMark), !isBlank(scalars[mark]), isNote(scalars[..<mark]) {
      scalars.removeFirst(mark + 1)
    }
  }

  /// 深圳远航科技有限公司 重复: what stands before the first blank is a whole name.
  private var hasWholeNameFirst: Bool {
    NameReading.hasForm(String(Array(scalars.prefix { !isBlank($0) })), tables)
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Whether it parts words, as ★ and blanks do; brackets belong to what is in them.
  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    let isLetterLike = scalar.properties.isAlphabetic || scalar.properties.isDiacritic
    return !isLetterLike && tables.folding.scalars(of: String(scalar)).isEmpty
      && !NameFieldReader.openings.contains(scalar)
      && !NameFieldReader.closings.contains(scalar)
  }

  /// A note without brackets is longer than 新, and Chinese: New-Balance is a name.
  private func isNote(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let folded = tables.folding.scalars(of: String(Array(words)))
    if folded.count == 1 || folded.first?.isASCII == true { return false }
    return tables.isNote(folded)
  }

  /// 深圳启航科技有限公司，原名深圳远航科技有限公司
  private mutating func takeFormerName() {
    for dash in scalars.indices.dropFirst() where NameFieldReader.dashes.contains(scalars[dash]) {
      let rest = String(Array(scalars[(dash + 1)...]))
      guard let former = tables.formerName(in: rest, leastBehindOneCharacter: 6),
        NameReading.hasForm(String(Array(scalars[..<dash])), tables)
      else { continue }
      take(former)
      scalars = Array(scalars[..<dash])
      return
    }
  }

  /// There may be several of them.
  private mutating func take(_ names: String) {
    others += names.split { "、,，;；/／".contains($0) }.map(String.init)
  }
}

extension NameTables {
  /// A known note, perhaps numbered: 老客户, 重复2.
  fileprivate func isNote(_ folded: [Unicode.Scalar]) -> Bool {
    guard !folded.isEmpty else { return true }
    let end = folded.lastIndex { !$0.isDigit }.map { $0 + 1 } ?? 0
    return notes.contains(String(Array(folded[..<end])))
  }

  /// What follows 原名 and the like; behind 原 alone, a word of many names, it must be longer.
  fileprivate func formerName(in text: String, leastBehindOneCharacter: Int) -> String? {
    let scalars = Array(text.unicodeScalars)
    var folded: [Unicode.Scalar] = []
    var found: String?
    for (index, scalar) in scalars.enumerated().prefix(20) {
      folding.append(scalar, to: &folded)
      guard formers.contains(String(folded)) else { continue }
      let rest = Array(scalars[(index + 1)...])
      let length = folding.scalars(of: String(rest)).count
      if length >= (folded.count == 1 ? leastBehindOneCharacter : 2) { found = String(rest) }
    }
    return found
  }

  /// The length of 电话： and the like right before a number.
  fileprivate func labelLength(before kept: [Unicode.Scalar]) -> Int {
    var end = kept.count
    while end > 0, folding.scalars(of: String(kept[end - 1])).isEmpty { end -= 1 }
    for length in stride(from: min(8, end), to: 1, by: -1) {
      let word = folding.scalars(of: String(Array(kept[(end - length)..<end])))
      if labels.contains(String(word)) { return kept.count - end + length }
    }
    return 0
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) || (0xFF10...0xFF19).contains(value) }
}

extension String {
  /// Without the blanks and marks around it that what was set aside leaves behind.
  fileprivate var trimmedOfMarks: String {
    let marks = Set<Character>(" \u{3000}\t:：,，;；-－—_*/／|")
    let start = drop { marks.contains($0) }
    guard let end = start.lastIndex(where: { !marks.contains($0) }) else { return "" }
    return String(start[...end])
  }
}
