import Domain
import Services
import TerminalKit

/// The fields of a note, in the order of Tab.
enum NoteField: Int, CaseIterable, Sendable {
  case outcome, text, next, intent, stage, met, kind, place
}

/// What is written in a note so far, and where the caret is.
struct NoteForm: Sendable {
  var outcome: Outcome?
  var kind = NoteKind.call
  var text = NoteForm.buffer()
  var next = WhenField()
  /// The new level and stage; nil leaves them as they are.
  var intent: String?
  var stage: Int?
  var met = EditBuffer(limit: 60)
  var place = EditBuffer(limit: 60)
  var number: String?
  /// When a call was begun from here.
  var calledAt: Instant?
  /// It is that call that one writes about, not one of an earlier sitting: it ends when the note is saved.
  var isOnThePhone = false
  private(set) var focus = NoteField.outcome

  init() {}

  /// From here on it is said how much room there is.
  static let littleRoom = NoteEntry.longestText / 10

  static func buffer(_ text: String = "") -> EditBuffer {
    TextArea.buffer(text, limit: NoteEntry.longestText)
  }

  /// What is being typed; whoever begins to write is in the text.
  var editing: EditBuffer? {
    switch focus {
    case .outcome, .text: text
    case .next: next.buffer
    case .met: met
    case .place: place
    case .intent, .stage, .kind: nil
    }
  }

  /// Tab passes the place by where there is none.
  var fields: [NoteField] { NoteField.allCases.filter { $0 != .place || kind == .visit } }

  mutating func focus(on field: NoteField) { focus = field }

  mutating func moveFocus(by step: Int) {
    let fields = fields
    let place = fields.firstIndex(of: focus) ?? 0
    focus = fields[(place + step + fields.count) % fields.count]
  }

  /// Whether anything was written that would be missed.
  var isWorthKeeping: Bool {
    !text.isEmpty || isNextWorthKeeping || !met.isEmpty || !place.isEmpty || intent != nil || stage != nil
  }

  /// What was agreed before is in the base already.
  private var isNextWorthKeeping: Bool { !next.isEmpty && (next.isTouched || outcome != nil) }

  func entry(_ outcome: Outcome, _ context: Context) -> NoteEntry {
    NoteEntry(
      kind: kind, outcome: outcome, text: text.text, place: kind == .visit ? place.text : "", met: met.text,
      intent: intent, stage: stage, nextContact: next.moment(context), purpose: next.purpose(context),
      callsOffNextContact: next.isTouched && next.isEmpty, number: number)
  }
}

extension NoteDraft {
  init(_ form: NoteForm) {
    self.init()
    outcome = form.outcome?.rawValue
    kind = form.kind.rawValue
    text = form.text.text
    next = form.next.text
    intent = form.intent ?? ""
    stage = form.stage.map(String.init) ?? ""
    met = form.met.text
    place = form.place.text
    number = form.number
    calledAt = form.calledAt?.seconds
  }

  /// The form as it was left, the caret in the text.
  var form: NoteForm {
    var form = NoteForm()
    form.outcome = outcome.flatMap(Outcome.init(rawValue:))
    form.kind = NoteKind(rawValue: kind) ?? .call
    form.text = NoteForm.buffer(text)
    form.next = WhenField(typed: next)
    form.intent = intent.isEmpty ? nil : intent
    form.stage = Int(stage)
    form.met.insert(met)
    form.place.insert(place)
    form.number = number
    form.calledAt = onCallSince
    form.focus(on: form.outcome == nil && text.isEmpty ? .outcome : .text)
    return form
  }
}
