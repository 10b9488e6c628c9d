/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for the same seed on every machine.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True this often in a hundred.
  mutating func percent(_ chance: Int) -> Bool { below(100) < chance }

  mutating func one<Element>(of items: [Element]) -> Element? {
    items.isEmpty ? nil : items[below(items.count)]
  }

  /// One of the items, the first ones far more often, as cities and trades are in life.
  mutating func skewed<Element>(of items: [Element]) -> Element? {
    items.isEmpty ? nil : items[min(below(items.count), below(items.count), below(items.count))]
  }
}
