import Foundation
import Services
import TestSupport
import XCTest

/// Tables written for the tests, in the manner of spreadsheet programs.
enum ImportTables {
  static let heading = "公司名称,固定电话,传真,手机,联系人,职务,经营地址,行业,来源,意向级别,备注"

  /// Ten rows with line breaks, doubled quotes, formulas, full-width blanks and empty cells.
  static let small =
    [
      heading, "苏州潮音精密有限公司,0512-60000001,,13900000001,梁静,主管,苏州市潮声路8号,,展会,0,",
      "昆山云杉模具厂,0512 60000002,,,何涛,,昆山市一路,,网络,B,\"要报价单, 含\"\"安装费\"\"\"",
      "\u{3000}太仓听澜机械有限公司,+86-512-60000003,,,,,太仓市,,,C,=1+1",
      "常熟白鹭服饰有限公司,(0512)60000004,,,,,常熟市,,,A,\"换行\n第二行\"", ",,,,,,,,,,",
      "无锡拾光纺织有限公司,0510-60000005,,,,,无锡市,,,0",
    ].joined(separator: "\r\n") + "\r\n\r\n"

  static func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .gb18030: Array(Encoded.gb18030(text))
    }
  }

  /// A file with these bytes, gone when the test is.
  static func file(_ bytes: [UInt8], in test: XCTestCase) throws -> String {
    let name = "import-\(UUID().uuidString).csv"
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try Data(bytes).write(to: path)
    test.addTeardownBlock { try? FileManager.default.removeItem(at: path) }
    return path.path
  }
}

extension Array {
  /// The elements in pieces of random length, some of them empty.
  func cut(upTo length: Int, using numbers: inout Dice) -> [[Element]] {
    var pieces: [[Element]] = []
    var rest = self[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 0...length, using: &numbers))
      pieces.append(Array(piece))
      rest = rest.dropFirst(piece.count)
    }
    return pieces
  }
}
