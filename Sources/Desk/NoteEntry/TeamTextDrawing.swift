import Assets
import Domain
import Services
import TerminalKit

extension Question<TeamTexts> {
  /// Those of one's team, and where it has none what ships.
  static func teamTexts(_ language: Language) -> Question {
    Question { house, actor, _ in
      try Reading.teamTexts(of: actor, in: house).over(.shipped(language))
    }
  }
}

extension TeamTexts {
  /// The phrases as row 2 has them, each with as much of it as there is room for.
  func choices(in columns: Int) -> [Choice] {
    let phrases = all(.phrase)
    let room = (columns + 1) / max(phrases.count, 1) - 2
    return phrases.map { Choice("\($0.number)\($0.entry.text.cut(to: room))") }
  }

  /// The phrases whole, in two columns.
  func drawPhrases(in rect: Rect, on canvas: inout Canvas) {
    let phrases = all(.phrase)
    let rows = (phrases.count + 1) / 2
    for (index, phrase) in phrases.enumerated() where index % max(rows, 1) < rect.rows {
      let halves = rect.line(index % rows).splitLeft(rect.columns / 2)
      let half = index < rows ? halves.left.splitRight(1).rest : halves.rest
      canvas.put(StyledText("\(phrase.number) ", style: .key) + StyledText(phrase.entry.text), in: half)
    }
  }

  /// What to say at a stage of the sale, line by line, by who says it; nothing where nobody has written it.
  func script(of stage: Int, _ context: Context) -> [String] {
    guard let script = self[.script, stage] else { return [] }
    let person = context.session.person
    return script.text.split(separator: "\n").map { line in
      Words.filling(String(line)) { ["me": person.name, "department": person.departmentName][String($0)] }
    }
  }
}

/// The script of a stage, or as much of it as there is room for: `~` says that it goes on.
struct ScriptView {
  let title: String
  let lines: [String]

  init?(_ texts: TeamTexts?, stage: Int, _ context: Context) {
    guard let lines = texts?.script(of: stage, context), !lines.isEmpty else { return nil }
    title = context.words("script.title", ["stage": Stages.title(stage, context)])
    self.lines = lines
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.rows > 1 else { return }
    Rule(title).draw(in: rect.line(0), on: &canvas)
    let wrapped = lines.flatMap { TextWrapping.lines(of: $0, columns: rect.columns) }
    let room = rect.rows - 1
    for (row, text) in wrapped.prefix(room).enumerated() {
      let isCut = row == room - 1 && wrapped.count > room
      canvas.put(isCut ? "\(text.cut(to: rect.columns - 2)) ~" : text, in: rect.line(row + 1))
    }
  }
}
