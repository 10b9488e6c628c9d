/// A tab-separated table of Resources/: comment lines start with `#`, the first other line names the columns.
package struct Table {
  private let bytes: UnsafeBufferPointer<UInt8>

  package init(_ name: String) {
    bytes = Asset.bytes(name)
  }

  /// The rows below the heading, each with its fields, in the file's order.
  package func forEachRow(_ body: ([Substring]) -> Void) {
    var isHeading = true
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      defer { isHeading = false }
      if isHeading { continue }
      body(line.split(separator: "\t", omittingEmptySubsequences: false))
    }
  }

  package var rows: [[Substring]] {
    var rows: [[Substring]] = []
    forEachRow { rows.append($0) }
    return rows
  }
}
