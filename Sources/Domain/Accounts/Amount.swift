/// Money, in fen.
package struct Amount: Sendable, Equatable {
  /// Beyond any order of the trade: a thousand million yuan.
  package static let most: Int64 = 100_000_000_000

  package let fen: Int64

  package init(fen: Int64) {
    self.fen = fen
  }

  /// Reads `12800`, `12800.5`, `12,800.50`, also in full width; nil for anything else, and for what no order costs.
  package init?(_ text: String) {
    let parts = String(text.unicodeScalars.map(Amount.narrow)).filter { $0 != "," }.split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, !first.isEmpty, let yuan = decimal(first) else {
      return nil
    }
    let cents = parts.count == 2 ? parts[1] : "00"
    guard (1...2).contains(cents.utf8.count), let part = decimal(cents) else { return nil }
    let (whole, overflows) = Int64(yuan).multipliedReportingOverflow(by: 100)
    guard !overflows, whole <= Amount.most else { return nil }
    self.init(fen: whole + Int64(cents.utf8.count == 1 ? part * 10 : part))
  }

  /// As an input method types it: １ ， ．
  private static func narrow(_ scalar: Unicode.Scalar) -> Character {
    guard (0xFF0C...0xFF19).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) else {
      return Character(scalar)
    }
    return Character(narrow)
  }

  package var isPlausible: Bool { (1...Amount.most).contains(fen) }

  /// `12800.00`
  package var text: String { "\(fen / 100).\(padded(Int(fen % 100), to: 2))" }

  /// `12,800.00`
  package var grouped: String {
    let yuan = String(fen / 100)
    var grouped = ""
    for (index, digit) in yuan.enumerated() {
      if index > 0 && (yuan.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return "\(grouped).\(padded(Int(fen % 100), to: 2))"
  }
}
