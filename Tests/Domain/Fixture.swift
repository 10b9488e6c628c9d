import Foundation
import TestSupport

/// The tables of cases beside the tests: lines of `#` say their source, a heading row, then one case a row.
enum Fixture {
  static func rows(_ name: String) throws -> [[String: String]] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.components(separatedBy: "\t") }
    guard let heading = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(heading, $0)) }
  }
}

/// A text of all that may come in: Chinese of both kinds, letters, widths, marks, brackets, emoji.
func randomText(upTo length: Int, using generator: inout Dice) -> String {
  let pools: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x4E00...0x9FA5, 0x4E00...0x9FA5, 0xFF01...0xFFEF, 0x3040...0x30FF, 0xC0...0x24F,
    0x3200...0x33FF, 0x2000...0x206F, 0x300...0x36F, 0x1F300...0x1F64F, 0x2460...0x24FF, 0xF900...0xFAFF,
    0x3400...0x4DBF,
  ]
  var text = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0...length, using: &generator) {
    guard let pool = pools.randomElement(using: &generator) else { continue }
    if let scalar = Unicode.Scalar(UInt32.random(in: pool, using: &generator)) { text.append(scalar) }
  }
  return String(text)
}
