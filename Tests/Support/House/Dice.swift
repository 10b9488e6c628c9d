/// Seeded numbers: the same in every run and on every machine (SplitMix64).
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  package mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  package mutating func roll(_ range: Range<Int64>) -> Int64 { Int64.random(in: range, using: &self) }

  /// True so many times in a hundred.
  package mutating func happens(_ percent: Int) -> Bool { roll(1...100) <= percent }

  package mutating func one<Item>(of items: [Item]) -> Item? { items.randomElement(using: &self) }
}
