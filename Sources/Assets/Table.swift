import Glibc

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
      let end = bytes.place(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
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
      guard let tab = bytes.place(of: TableLine.tab, from: start) else { return part(from: bytes.count) }
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
    let end = bytes.place(of: TableLine.tab, from: start) ?? bytes.count
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  private static let tab = UInt8(ascii: "\t")
}

extension UnsafeRawBufferPointer {
  /// Where a byte stands first from here on. The C library looks many bytes at a time.
  fileprivate func place(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }
}
