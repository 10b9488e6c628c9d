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
    if let began = ProcessIdentity.startTicks(of: process) { return began == String(parts[1]) }
    return ProcessIdentity.isHidden(process)
  }

  /// On a host that shows nobody the processes of others (hidepid): what is there and can't be looked at is alive until
  /// its lease ends.
  private static func isHidden(_ process: Int32) -> Bool {
    access("/proc/\(process)/stat", R_OK) != 0 && (kill(process, 0) == 0 || errno == EPERM)
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
