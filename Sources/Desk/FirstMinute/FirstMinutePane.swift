import Assets
import Domain
import TerminalKit

/// The first minute of a new person: the language, whether the screen stands straight, and three sentences. Any key that is
/// none of its own puts it aside and does what it does.
struct FirstMinutePane: Pane {
  private(set) var drawsLines: Bool?
  /// A Ctrl key came through, whatever the input method did.
  private(set) var hasHeardControl = false
  private var isKept = false

  static let keymap = Keymap<FirstMinutePane>([
    Binding([.enter], .open, help: "key.first.begin", hint: "hint.first.begin", priority: 10) { _, _ in
      [.close]
    },
    .leave(help: "key.first.skip", hint: "hint.first.skip"),
    Binding([.control("g")], .mark, help: "key.first.try", hint: "hint.first.try", priority: 30) { pane, _ in
      pane.hasHeardControl = true
      return []
    },
  ])

  var stepsAside: Bool { true }

  func title(_ context: Context) -> String {
    let person = context.session.person
    return context.words("first.title", ["name": person.name, "department": person.departmentName])
  }

  /// Each language by its own name: who can't read the other finds his.
  func choices(_ context: Context) -> [Choice] {
    [
      Choice("1中文", isInForce: context.words.language == .chinese),
      Choice("2English", isInForce: context.words.language == .english),
      Choice("3\(context.words["first.straight"])", isInForce: drawsLines == true),
      Choice("4\(context.words["first.crooked"])", isInForce: drawsLines == false),
    ]
  }

  func advice(_ context: Context) -> String { context.words["first.advice"] }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    switch digit {
    case 1: return take(.chinese)
    case 2: return take(.english)
    case 3, 4:
      drawsLines = digit == 3
      isKept = true
      let said = digit == 3 ? "first.straight.said" : "first.crooked.said"
      return [.run(KeepPreferencesErrand(drawsLines: drawsLines)), .say(context.words[said])]
    default: return [.unknownKey]
    }
  }

  private mutating func take(_ language: Language) -> [Effect] {
    isKept = true
    return [
      .tell(
        Reply { desk in
          desk.session = desk.session.speaking(language)
          return []
        }),
      .run(KeepPreferencesErrand(language: language.rawValue)),
    ]
  }

  /// It is shown once.
  mutating func disappear(_ context: Context) -> [Effect] {
    isKept ? [] : [.run(KeepPreferencesErrand())]
  }

  // MARK: what it shows

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    canvas.caret = frame.content.origin
    var rest = frame.content.splitTop(1).rest
    func put(_ lines: [String], titled title: String) {
      Rule(context.words[title]).draw(in: rest.line(0), on: &canvas)
      for (row, line) in lines.enumerated() { canvas.put(line, in: rest.line(row + 1).splitLeft(2).rest) }
      rest = rest.splitTop(lines.count + 2).rest
    }
    put(screenTest(frame, context), titled: "first.screen")
    let heard = context.words[hasHeardControl ? "first.control.heard" : "first.control.awaited"]
    put([context.words("first.control", ["state": heard])], titled: "first.input_method")
    let sentences = ["first.digits", "first.drafts", "first.again"].map { context.words[$0] }
    put(sentences.flatMap { wrapped($0, frame) }, titled: "first.sentences")
  }

  /// Chinese, ASCII and full width, with a bar behind each at the same column.
  private func screenTest(_ frame: Frame, _ context: Context) -> [String] {
    let samples = ["苏州日东精密电子有限公司", "Tideline 0512-6000 0001", "全角：（苏州）ＡＢＣ"]
    return wrapped(context.words["first.bars"], frame) + samples.map { "    \($0.padded(to: 30))|" }
  }

  private func wrapped(_ text: String, _ frame: Frame) -> [String] {
    TextWrapping.lines(of: text, columns: frame.size.columns - 4, atMost: 3)
  }
}
