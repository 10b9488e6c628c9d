import Assets
import TerminalKit

extension Theme {
  static func shipped() throws -> Theme { try Theme(Asset.text("theme.tsv")) }
}
