/// A map from characters to numbers, two look-ups deep: 256 characters a page, and only the pages in use.
struct ScalarMap: Sendable {
  private var pages = [UInt16](repeating: 0, count: 0x1100)
  private var entries = [UInt32](repeating: 0, count: 256)

  /// 0 where nothing was set.
  subscript(scalar: Unicode.Scalar) -> UInt32 {
    get { entries[Int(pages[Int(scalar.value >> 8)]) << 8 | Int(scalar.value & 255)] }
    set { entries[page(of: scalar) << 8 | Int(scalar.value & 255)] = newValue }
  }

  private mutating func page(of scalar: Unicode.Scalar) -> Int {
    let index = Int(scalar.value >> 8)
    if pages[index] == 0 {
      pages[index] = UInt16(entries.count >> 8)
      entries.append(contentsOf: repeatElement(0, count: 256))
    }
    return Int(pages[index])
  }
}
