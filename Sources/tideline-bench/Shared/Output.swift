import Glibc

/// Writes to the standard streams at once, unbuffered.
enum Output {
  static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// For people: how far it is, what went wrong.
  static func remark(_ text: String) { write(text, to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }
}
