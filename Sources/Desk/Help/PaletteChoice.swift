import TerminalKit

/// One of a closed set that an argument may be: a stage, a reason, a tag, a colleague.
struct PaletteChoice: Sendable {
  let text: String
  var remark = ""
  /// What else it may be called: its digit, a login.
  var terms: [String] = []
  let run: HelpLine.Run
  /// What Tab writes behind the name; the text itself where nothing is said.
  var written: String?

  /// Those that what was typed may mean, the one that it says whole alone.
  static func matching(
    _ typed: String, among choices: [PaletteChoice], _ knowledge: PaletteKnowledge
  ) -> [PaletteChoice] {
    let typed = typed.lowercased()
    let exact = choices.filter { $0.calls.contains(typed) }
    return exact.isEmpty ? choices.filter { $0.matches(typed, knowledge) } : exact
  }

  private var calls: [String] { ([text] + terms).map { $0.lowercased() } }

  private func matches(_ typed: String, _ knowledge: PaletteKnowledge) -> Bool {
    typed.isEmpty || calls.contains { $0.contains(typed) }
      || knowledge.initials[text]?.hasPrefix(typed) ?? false
  }
}

extension HelpLine {
  /// - Parameter usage: the line of the command or act that takes it.
  init(_ choice: PaletteChoice, of usage: HelpLine, named name: String) {
    let row = PaletteRow(
      keys: ":" + name, text: ([choice.terms.first, choice.text].compactMap { $0 }).joined(separator: " "),
      remark: choice.remark, section: usage.row.section)
    self.init(row: row, run: choice.run, completion: ":\(name) \(choice.written ?? choice.text)")
  }
}
