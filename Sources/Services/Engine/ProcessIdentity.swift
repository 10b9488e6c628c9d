import FoundationEssentials
import Glibc

/// One process of this host, told from every other by its number and its start.
package struct ProcessIdentity: Sendable, Equatable {
  package let text: String

  init(_ text: String) {
    self.text = text
  }

  package static let current = ProcessIdentity("\(getpid())@" + (startTicks(of: getpid()) ?? "0"))

  /// Whether that process still runs. A process that is gone gives up its lease at once instead of after a minute.
  var isAlive: Bool {
    let parts = text.split(separator: "@")
    guard parts.count == 2, let process = Int32(parts[0]) else { return true }
    return ProcessIdentity.startTicks(of: process) == String(parts[1])
  }

  /// When the process started, in clock ticks since the host did: field 22 of /proc/PID/stat (man 5 proc).
  private static func startTicks(of process: Int32) -> String? {
    guard let data = try? Data(contentsOf: URL(filePath: "/proc/\(process)/stat")) else { return nil }
    // The second field is the program's name in brackets, and may hold blanks.
    guard let afterName = String(decoding: data, as: UTF8.self).split(separator: ")").last else { return nil }
    let fields = afterName.split(separator: " ")
    // One that has ended and waits for its parent to look (Z) does nothing any more.
    if fields.first == "Z" { return nil }
    return fields.count > 19 ? String(fields[19]) : nil
  }
}
