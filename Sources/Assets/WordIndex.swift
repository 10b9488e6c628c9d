/// Where the text of each key stands in Resources/words. The first text that is asked for costs one pass over the bytes;
/// to make a String of every text would take the larger part of the program's start.
struct WordIndex: Sendable {
  static let shared = WordIndex(Asset.names.filter { $0.hasPrefix("words/") }.map(Table.init))

  private let lines: [TableLine]
  /// 1 + the place of a line in `lines`, at the first free place from its key's hash on; 0 is free.
  private var slots: [UInt16]

  init(_ tables: [Table]) {
    lines = tables.flatMap(\.lines)
    var size = 16
    while size < 2 * lines.count { size *= 2 }
    slots = [UInt16](repeating: 0, count: size)
    for (index, line) in lines.enumerated() { slots[slot(of: line.field(0))] = UInt16(index + 1) }
  }

  /// The text of a key in one of the columns behind it; nil where there is none.
  func text(_ key: String, column: Int) -> String? {
    var key = key
    return key.withUTF8 { bytes in
      let entry = Int(slots[slot(of: UnsafeRawBufferPointer(bytes))])
      return entry == 0 ? nil : String(decoding: lines[entry - 1].field(column), as: UTF8.self)
    }
  }

  /// Where the key stands, or would stand.
  private func slot(of key: UnsafeRawBufferPointer) -> Int {
    let mask = slots.count - 1
    var slot = WordIndex.hash(key) & mask
    while slots[slot] != 0, !lines[Int(slots[slot]) - 1].begins(with: key) { slot = (slot + 1) & mask }
    return slot
  }

  /// FNV-1a (Fowler, Noll and Vo, 1991), 32 bits.
  private static func hash(_ key: UnsafeRawBufferPointer) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in key { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int(hash)
  }
}
