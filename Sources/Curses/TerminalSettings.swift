import Glibc

/// What the environment says about the terminal.
package struct TerminalSettings: Sendable {
  /// `$TERM`.
  package let type: String?
  package let usesColor: Bool

  package init(type: String?, usesColor: Bool = true) {
    self.type = type
    self.usesColor = usesColor
  }

  /// `$TERM`, and no colour when `$NO_COLOR` is set and not empty.
  package static func fromEnvironment() -> TerminalSettings {
    TerminalSettings(type: variable("TERM"), usesColor: variable("NO_COLOR") == nil)
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
