import Foundation
import Glibc

/// Texts as the spreadsheet programs of China save them.
package enum Encoded {
  package static func utf8(_ text: String) -> Data { Data(text.utf8) }

  package static func utf8WithMark(_ text: String) -> Data { Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8) }

  package static func utf16WithMark(_ text: String) -> Data {
    Data([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  }

  package static func gb18030(_ text: String) -> Data {
    guard let handle = iconv_open("GB18030", "UTF-8") else { return Data() }
    defer { iconv_close(handle) }
    var (input, output) = (Array(text.utf8), [UInt8](repeating: 0, count: text.utf8.count * 4))
    let room = input.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output in
        var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var end = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (input.count, output.count)
        iconv(handle, &next, &left, &end, &room)
        return room
      }
    }
    return Data(output.dropLast(room))
  }
}
