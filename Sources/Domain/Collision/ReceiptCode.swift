/// By what a receipt is called (R5.6): the day of the house, and which of its day it is. `C261126-0417`
package struct ReceiptCode: Hashable, Sendable {
  package let day: Day
  package let serial: Int

  package init(day: Day, serial: Int) {
    self.day = day
    self.serial = serial
  }

  package var text: String {
    let civil = day.civil
    let date = [civil.year % 100, civil.month, civil.day].map { padded($0, to: 2) }.joined()
    return "C\(date)-\(padded(serial, to: 4))"
  }

  /// Nil for what is no code.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count > 8, bytes[0] | 0x20 == UInt8(ascii: "c"), bytes[7] == UInt8(ascii: "-"),
      (bytes[1..<7] + bytes[8...]).allSatisfy({ (48...57).contains($0) }),
      let serial = Int(String(decoding: bytes[8...], as: UTF8.self)), serial > 0
    else { return nil }
    let date = [1, 3, 5].map { String(decoding: bytes[$0..<$0 + 2], as: UTF8.self) }
    guard let day = Day(iso: "20" + date.joined(separator: "-")) else { return nil }
    self.init(day: day, serial: serial)
  }
}
