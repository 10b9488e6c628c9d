/// A set of words, each with a number, that answers which of them stand at a place of a text.
///
/// The edges lie in one open hash table, so that building 40,000 words takes a few milliseconds and a step some nanoseconds.
struct WordTrie: Sendable {
  /// 0 marks a free place: no edge leaves the root by U+0000 into node 0.
  private var keys: [UInt64]
  private var targets: [Int32]
  /// The number of the word that ends at a node, -1 where none does.
  private var values: [Int32] = [-1]
  private var edgeCount = 0

  init() {
    keys = [UInt64](repeating: 0, count: 64)
    targets = [Int32](repeating: 0, count: 64)
  }

  /// The number must not be negative; a word inserted twice keeps the later one. An empty word is no word.
  mutating func insert(_ word: some Sequence<Unicode.Scalar>, value: Int) {
    var node: Int32 = 0
    for scalar in word { node = step(from: node, by: scalar) ?? addEdge(from: node, by: scalar) }
    if node != 0 { values[Int(node)] = Int32(value) }
  }

  func value(of word: some Sequence<Unicode.Scalar>) -> Int? {
    var node: Int32 = 0
    for scalar in word {
      guard let next = step(from: node, by: scalar) else { return nil }
      node = next
    }
    return number(at: node)
  }

  /// Calls the body with every word that begins at this place, shortest first: where it ends, and its number.
  func forEachWord(in text: [Unicode.Scalar], from start: Int, _ body: (_ end: Int, _ value: Int) -> Void) {
    var node: Int32 = 0
    var place = start
    while place < text.count, let next = step(from: node, by: text[place]) {
      node = next
      place += 1
      if let number = number(at: node) { body(place, number) }
    }
  }

  /// The longest word that begins at this place.
  func longestWord(in text: [Unicode.Scalar], from start: Int) -> (end: Int, value: Int)? {
    var longest: (end: Int, value: Int)?
    forEachWord(in: text, from: start) { longest = ($0, $1) }
    return longest
  }

  private func number(at node: Int32) -> Int? {
    let value = values[Int(node)]
    return value < 0 ? nil : Int(value)
  }

  private func step(from node: Int32, by scalar: Unicode.Scalar) -> Int32? {
    let key = WordTrie.key(node, scalar)
    let place = self.place(of: key)
    return keys[place] == key ? targets[place] : nil
  }

  private mutating func addEdge(from node: Int32, by scalar: Unicode.Scalar) -> Int32 {
    if (edgeCount + 1) * 2 > keys.count { grow() }
    let key = WordTrie.key(node, scalar)
    let place = self.place(of: key)
    let target = Int32(values.count)
    keys[place] = key
    targets[place] = target
    values.append(-1)
    edgeCount += 1
    return target
  }

  private mutating func grow() {
    let (oldKeys, oldTargets) = (keys, targets)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    targets = [Int32](repeating: 0, count: oldKeys.count * 2)
    for (key, target) in zip(oldKeys, oldTargets) where key != 0 {
      let place = self.place(of: key)
      keys[place] = key
      targets[place] = target
    }
  }

  /// Where the key stands, or would stand.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private static func key(_ node: Int32, _ scalar: Unicode.Scalar) -> UInt64 {
    UInt64(node) << 21 | UInt64(scalar.value)
  }
}
