/// A tab-separated table of Resources/: comment lines start with `#`, the first other line names the columns.
package struct Table {
  private let bytes: UnsafeRawBufferPointer

  package init(_ name: String) {
    bytes = UnsafeRawBufferPointer(Asset.bytes(name))
  }

  /// The lines below the heading, in the file's order.
  var lines: [TableLine] {
    var lines: [TableLine] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if start < end, bytes[start] != UInt8(ascii: "#") { lines.append(TableLine(bytes[start..<end])) }
      start = end + 1
    }
    return Array(lines.dropFirst())
  }

  /// The same as rows of fields.
  package var rows: [[Substring]] {
    lines.map { line in line.fields.map { Substring(String(decoding: $0, as: UTF8.self)) } }
  }
}

/// A line of a table where it stands, not copied. By bytes, not characters: several times as fast, and no mark at a
/// field's start joins the tab before it.
///
/// `@unchecked Sendable`: it is a part of the program, which nobody writes to.
struct TableLine: @unchecked Sendable {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: Slice<UnsafeRawBufferPointer>) {
    self.bytes = UnsafeRawBufferPointer(rebasing: bytes)
  }

  /// The bytes of a field, counted from 0; empty where the line has fewer.
  func field(_ column: Int) -> UnsafeRawBufferPointer {
    var start = 0
    for _ in 0..<column {
      guard let tab = bytes[start...].firstIndex(of: TableLine.tab) else { return part(from: bytes.count) }
      start = tab + 1
    }
    return part(from: start)
  }

  /// Whether its first field is this.
  func begins(with key: UnsafeRawBufferPointer) -> Bool {
    guard bytes.starts(with: key) else { return false }
    return bytes.count == key.count || bytes[key.count] == TableLine.tab
  }

  var fields: [UnsafeRawBufferPointer] {
    var fields = [part(from: 0)]
    var end = fields[0].count
    while end < bytes.count {
      let field = part(from: end + 1)
      fields.append(field)
      end += 1 + field.count
    }
    return fields
  }

  /// From here to the next tab.
  private func part(from start: Int) -> UnsafeRawBufferPointer {
    let end = bytes[start...].firstIndex(of: TableLine.tab) ?? bytes.count
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  private static let tab = UInt8(ascii: "\t")
}
