import FoundationEssentials

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

  /// Lets the user's editor change a text.
  ///
  /// - Parameter longest: bytes of what is taken over.
  package func edit(_ text: String, longest: Int) -> Result<String, EditorProblem> {
    Editor(command: editor.split(separator: " ").map(String.init), folder: temporaryFolder)
      .edit(text, longest: longest)
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
