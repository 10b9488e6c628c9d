import FoundationEssentials
import Glibc

/// What the user's own terminal and account can do for him: the clipboard, his editor.
package struct TerminalServices: Sendable {
  private let environment: [String: String]

  package init(environment: [String: String]) {
    self.environment = environment
  }

  // MARK: clipboard

  /// What terminals take at most.
  private static let longestCopy = 74_994

  /// OSC 52, wrapped for tmux and screen (S58). Written only, never asked.
  package func clipboardSequence(_ text: String) -> [UInt8] {
    let bytes = Data(text.utf8.prefix(TerminalServices.longestCopy))
    let sequence = "\u{1B}]52;c;\(bytes.base64EncodedString())\u{07}"
    if environment["TMUX"] != nil {
      return Array("\u{1B}Ptmux;\(sequence.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\".utf8)
    }
    if environment["TERM"]?.hasPrefix("screen") == true { return Array("\u{1B}P\(sequence)\u{1B}\\".utf8) }
    return Array(sequence.utf8)
  }

  // MARK: editor

  /// Lets the user's editor change a text; nil where it could not be run or said it failed.
  package func edit(_ text: String) -> String? {
    let command = editor.split(separator: " ").map(String.init)
    guard let file = PrivateFile(holding: text, in: temporaryFolder) else { return nil }
    defer { file.remove() }
    guard Subprocess.run(command + [file.path]) == 0 else { return nil }
    return file.text
  }

  private var editor: String {
    for name in ["VISUAL", "EDITOR"] {
      if let value = environment[name], !value.isEmpty { return value }
    }
    return "vi"
  }

  private var temporaryFolder: String {
    for name in ["XDG_RUNTIME_DIR", "TMPDIR"] {
      if let value = environment[name], !value.isEmpty { return value }
    }
    return "/tmp"
  }
}

/// A file of a fresh name that only the user can read.
private struct PrivateFile {
  let path: String

  init?(holding text: String, in folder: String) {
    var template = Array("\(folder)/tideline-XXXXXX.txt".utf8CString)
    let descriptor = mkstemps(&template, 4)
    guard descriptor >= 0 else { return nil }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let bytes = Array(text.utf8)
    let written = write(descriptor, bytes, bytes.count)
    Glibc.close(descriptor)
    if written != bytes.count {
      remove()
      return nil
    }
  }

  var text: String? {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return nil }
    var text = String(decoding: data, as: UTF8.self)
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  func remove() { unlink(path) }
}

/// A program in the foreground, with the terminal.
private enum Subprocess {
  static func run(_ command: [String]) -> Int32? {
    guard let program = command.first else { return nil }
    var process: pid_t = 0
    let arguments = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    guard posix_spawnp(&process, program, nil, nil, arguments, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }
}
