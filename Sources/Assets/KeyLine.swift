/// A key of a pane and what it does there, for sheets in both languages.
package struct KeyLine: Sendable {
  /// As scripts name it: `library`, `note`.
  package let pane: String
  /// The digit that goes there, or a letter for what lies over the others; empty for what a sheet leaves out.
  package let place: String
  /// Keys are text there.
  package let isForm: Bool
  package let command: String
  /// As they are written on the screen, the first one first.
  package let keys: [String]
  /// The keys of its name and of what explains it.
  package let word: String
  package let help: String
  /// Else it only says why not.
  package let isHere: Bool

  package init(
    pane: String, place: String, isForm: Bool, command: String, keys: [String], word: String, help: String,
    isHere: Bool
  ) {
    self.pane = pane
    self.place = place
    self.isForm = isForm
    self.command = command
    self.keys = keys
    self.word = word
    self.help = help
    self.isHere = isHere
  }
}
