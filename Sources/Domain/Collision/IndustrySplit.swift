/// Tells the trade name from the industry behind it: the industry is the longest end of the text that can be laid out in
/// words of industries and leaves a trade name of two characters or more, or none at all.
struct IndustrySplit {
  let words: [Unicode.Scalar]
  private let tables: NameTables
  /// The end of the first word of the best layout from each place on; 0 where the rest is no row of words.
  private var next: [Int]
  /// Whether an industry can begin at a place; a tail (研究院) begins none.
  private var beginnings: [Bool]

  init(_ words: [Unicode.Scalar], _ tables: NameTables) {
    self.words = words
    self.tables = tables
    var counts = [Int](repeating: .max, count: words.count + 1)
    counts[words.count] = 0
    next = [Int](repeating: 0, count: words.count + 1)
    beginnings = [Bool](repeating: false, count: words.count + 1)
    for start in words.indices.reversed() {
      tables.industryWords.forEachWord(in: words, from: start) { end, value in
        guard counts[end] != .max else { return }
        if value != NameTables.tail { beginnings[start] = true }
        // Of layouts with as few words, the one whose first word is longest.
        if counts[end] + 1 <= counts[start] { (counts[start], next[start]) = (counts[end] + 1, end) }
      }
    }
  }

  /// Whether nothing, or words of industries only, follow from here.
  func isIndustry(from start: Int) -> Bool {
    start == words.count || next[start] > 0
  }

  /// Where the industry begins when the trade name begins here; the end of the text where there is none.
  func industryStart(from start: Int) -> Int {
    if start == words.count || beginnings[start] { return start }
    let candidates = [start + 2, start + 1].filter { $0 < words.count }
    guard let second = candidates.first else { return words.count }
    return (second..<words.count).first { beginnings[$0] }
      ?? candidates.first { beginnings[$0] } ?? words.count
  }

  /// Whether the text from this place on can be laid out as an industry.
  func begins(at place: Int) -> Bool { beginnings[min(place, words.count)] }

  func tradeNameLength(from start: Int) -> Int {
    industryStart(from: start) - start
  }

  /// The industry from this place on without its weak words. 发展 is one in 科技发展, not in 开发展览.
  func strippedIndustry(from start: Int) -> [Unicode.Scalar] {
    let bounds = boundaries(from: start)
    var kept: [Unicode.Scalar] = []
    var place = start
    while place < words.count {
      let weak = tables.weakWords.longestWord(in: words, from: place)
      if let end = weak?.end, !straddles(place..<end, bounds) {
        place = end
      } else {
        kept.append(words[place])
        place += 1
      }
    }
    return kept
  }

  /// The trade name that ends here without weak words inside it (太重集团向明); two characters stay before and in all.
  func strippedTradeName(_ range: Range<Int>) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let weak = tables.weakWords.longestWord(in: words, from: place)
      if let end = weak?.end, end <= range.upperBound, kept.count > 1 {
        place = end
      } else {
        kept.append(words[place])
        place += 1
      }
    }
    return kept
  }

  private func boundaries(from start: Int) -> Set<Int> {
    var bounds: Set<Int> = [start]
    var place = start
    while place < words.count, next[place] > place {
      place = next[place]
      bounds.insert(place)
    }
    return bounds
  }

  /// Whether the range cuts through a boundary without ending at boundaries on both sides.
  private func straddles(_ range: Range<Int>, _ bounds: Set<Int>) -> Bool {
    if bounds.contains(range.lowerBound), bounds.contains(range.upperBound) { return false }
    return range.dropFirst().contains { bounds.contains($0) }
  }
}

extension NameReading {
  struct Split {
    let strippedTradeName: [Unicode.Scalar]
    let strippedIndustry: [Unicode.Scalar]
  }

  /// Shares what is left among trade name and industry.
  mutating func readTradeAndIndustry() -> Split {
    let body = open
    let split = IndustrySplit(body.map { scalars[$0] }, tables)
    let start = split.industryStart(from: 0)
    mark(body[..<start], as: .tradeName)
    mark(body[start...], as: .industry)
    return Split(
      strippedTradeName: split.strippedTradeName(0..<start),
      strippedIndustry: split.strippedIndustry(from: start))
  }
}
