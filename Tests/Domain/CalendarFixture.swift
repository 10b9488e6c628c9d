import Assets
import Domain
import Foundation

/// A file of the folder Fixtures beside the tests.
enum CalendarFixture {
  /// The rows below the heading of a tab-separated file.
  static func rows(_ name: String, beside file: String = #filePath) throws -> [[String]] {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Fixtures")
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let lines = text.split(separator: "\n").dropFirst()
    return lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}

extension HouseCalendar {
  /// UTC+08:00, 09:00-18:00, with the built-in table.
  static let ofTests: HouseCalendar = {
    let table = CalendarTable()
    return HouseCalendar(
      utcOffset: 8 * 3600, deskHours: 540..<1080, exceptions: table.exceptions, tabledYears: table.years)
  }()
}
