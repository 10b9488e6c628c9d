import Domain

/// How a workbook shows its numbers: as dates, with leading zeros, or plain.
package struct NumberFormats {
  private enum Format {
    case plain, date
    /// At least so many digits.
    case padded(Int)
  }

  /// By the number of the cell's style.
  private var formats: [Format] = []
  /// Counted from 1904 instead of 1900, as old Macs did.
  private let startsIn1904: Bool

  package init(startsIn1904: Bool) {
    self.startsIn1904 = startsIn1904
  }

  package init(_ xml: XMLScanner, startsIn1904: Bool) throws(WorkbookError) {
    self.startsIn1904 = startsIn1904
    var xml = xml
    var codes: [String: String] = [:]
    var areCells = false
    while true {
      let event = try xml.next()
      switch (event, xml.name) {
      case (.finish, _): return
      case (.start, "numFmt"): codes[xml["numFmtId"] ?? ""] = xml["formatCode"]
      case (.start, "cellXfs"), (.end, "cellXfs"): areCells = event == .start
      case (.start, "xf") where areCells:
        let id = xml["numFmtId"] ?? "0"
        formats.append(codes[id].map(NumberFormats.format) ?? NumberFormats.builtIn(Int(id) ?? 0))
      default: break
      }
      if codes.count + formats.count > 100_000 { throw .tooLarge }
    }
  }

  /// The number as a person would type it; a date as `2026-11-20`.
  func shown(_ value: String, style: Int) -> String {
    let format = formats.indices.contains(style) ? formats[style] : .plain
    guard let number = Double(value), number.isFinite, !isRounded(value, number) else { return value }
    switch format {
    case .date: return date(number) ?? plain(number)
    case .padded(let digits): return number >= 0 ? zeros(plain(number), to: digits) : plain(number)
    case .plain: return plain(number)
    }
  }

  /// 1.38E+10 does not say the last digits of a telephone number: it stays as it is written, and is refused as one.
  private func isRounded(_ value: String, _ number: Double) -> Bool {
    abs(number) < 1e15 && value.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
      && SpreadsheetNumber.digits(value) == ""
  }

  /// A mobile number saved as 1.3912345678E10 is one all the same.
  private func plain(_ number: Double) -> String {
    if abs(number) < 1e15, number == number.rounded() { return String(Int64(number)) }
    return "\(number)"
  }

  private func zeros(_ text: String, to digits: Int) -> String {
    String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// A day, and the time of day where there is one. Day 60 of 1900 is one that never was.
  private func date(_ serial: Double) -> String? {
    guard serial >= 61 || (startsIn1904 && serial >= 0), serial < 2_958_466 else { return nil }
    // 23:59:59 is of its day: seconds are rounded, which no spreadsheet has parts of, and then dropped.
    let seconds = Int((serial * 86_400).rounded())
    let day = Day(excelSerial: seconds / 86_400 + (startsIn1904 ? 1462 : 0))
    let (hour, minute) = (seconds % 86_400 / 3600, seconds % 3600 / 60)
    return hour + minute == 0 ? day.iso : "\(day.iso) \(padded(hour, to: 2)):\(padded(minute, to: 2))"
  }

  /// The ids that stand for dates without being defined, those of Chinese workbooks among them (ECMA-376, 18.8.30).
  private static func builtIn(_ id: Int) -> Format {
    switch id {
    case 14...17, 22, 27...31, 34...36, 50...54, 57...58: .date
    default: .plain
    }
  }

  private static func format(_ code: String) -> Format {
    let digits = code.utf8.allSatisfy { $0 == UInt8(ascii: "0") } ? code.utf8.count : 0
    if (2...30).contains(digits) { return .padded(digits) }
    return unquoted(code).contains { "yYdD年日".contains($0) } ? .date : .plain
  }

  /// What the code says beyond the texts it adds: without quotes, brackets and escaped characters.
  private static func unquoted(_ code: String) -> String {
    var (shown, end) = ("", nil as Character?)
    var isEscaped = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if let closing = end {
        if character == closing { end = nil }
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "\"" {
        end = "\""
      } else if character == "[" {
        end = "]"
      } else {
        shown.append(character)
      }
    }
    return shown
  }
}

extension Day {
  /// The day a spreadsheet counts so from the last day of 1899.
  init(excelSerial serial: Int) {
    self.init(number: serial - 25_569)
  }
}
