import Foundation

/// An archive whose entries are stored as they are, written for the tests.
package enum StoredZip {
  /// - Parameter spell: how the names are written.
  package static func bytes(
    _ entries: KeyValuePairs<String, [UInt8]>, naming spell: (String) -> String = { $0 }
  ) -> [UInt8] {
    var (body, directory) = ([UInt8](), [UInt8]())
    for (plain, content) in entries {
      let name = spell(plain)
      // Version 2.0, no flags, stored, 1980-01-01; CRC, sizes, length of the name, nothing extra.
      let size = UInt32(content.count)
      let facts = [20, 0, 0, 0, 0x21].flatMap(short) + long(crc32(content)) + long(size) + long(size)
      let naming = short(name.utf8.count) + short(0)
      directory += long(0x0201_4B50) + short(20) + facts + naming
      directory += short(0) + short(0) + short(0) + long(0) + long(UInt32(body.count)) + name.utf8
      body += long(0x0403_4B50) + facts + naming + name.utf8 + content
    }
    let count = short(entries.count)
    return body + directory + long(0x0605_4B50) + short(0) + short(0) + count + count
      + long(UInt32(directory.count)) + long(UInt32(body.count)) + short(0)
  }

  private static func short(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }

  private static func long(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(value >> ($0 * 8) & 0xFF) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
  }
}
