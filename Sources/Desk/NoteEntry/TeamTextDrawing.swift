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

/// The script of a stage, a page of it where there is no room for all: `~` says that it goes on.
struct ScriptView {
  let title: String
  let lines: [String]

  init?(_ texts: TeamTexts?, stage: Int, _ context: Context) {
    guard let lines = texts?.script(of: stage, context), !lines.isEmpty else { return nil }
    title = context.words("script.title", ["stage": Stages.title(stage, context)])
    self.lines = lines
  }

  /// - Parameters:
  ///   - page: counted on without end; behind the last one the first comes again.
  ///   - key: what reads on, where there is more than a page.
  func draw(in rect: Rect, page: Int = 0, key: String = "", on canvas: inout Canvas) {
    guard rect.rows > 1 else { return }
    let wrapped = lines.flatMap { TextWrapping.lines(of: $0, columns: rect.columns) }
    let room = rect.rows - 1
    let pages = (wrapped.count + room - 1) / room
    let isLong = pages > 1 && !key.isEmpty
    let shown = (page % pages + pages) % pages
    Rule(isLong ? "\(title)  \(shown + 1)/\(pages) \(key)" : title).draw(in: rect.line(0), on: &canvas)
    let rest = wrapped.dropFirst(shown * room)
    for (row, text) in rest.prefix(room).enumerated() {
      let isCut = row == room - 1 && rest.count > room
      canvas.put(isCut ? goingOn(text, in: rect.columns) : text, in: rect.line(row + 1))
    }
  }

  private func goingOn(_ text: String, in columns: Int) -> String {
    TextWidth.of(text) < columns - 1 ? text + " ~" : (text + "~").cut(to: columns)
  }
}
