import Assets
import Domain
import Services

/// What holds as long as somebody sits at the desk: who, by which rules, in which language. A class, as
/// it is large, never changes and every pane looks at it.
package final class Session: Sendable {
  package let person: Person
  /// The policy of the person's department.
  package let policy: Policy
  /// Whether he answers what others ask, today (R8.4).
  let answers: Bool
  package let calendar: HouseCalendar
  private let rights: Rights
  package let words: Words
  package let wording: Wording
  /// Makes text comparable (R5.2).
  package let fold: @Sendable (String) -> String
  /// The site's command that dials a number (R7.3); nil where calls are made at the desk phone.
  package let dialCommand: String?
  package let manner: Manner

  /// Differs where the rules do.
  private let generation: Int64
  /// The number of the last signing when he sat down; 0 before any.
  let signing: Int64

  /// - Throws: where the person's policy is not known here.
  package init(_ ground: WorkingGround, words: Words, dialCommand: String? = nil, manner: Manner = Manner())
    throws
  {
    person = ground.person
    answers = ground.answers
    policy = try ground.rules.policy(person.policy)
    generation = ground.generation
    signing = ground.signing?.number ?? 0
    self.words = words
    self.dialCommand = dialCommand
    self.manner = manner
    let rules = ground.rules
    calendar = rules.calendar
    rights = rules.rights
    fold = { rules.tables.folding.folded($0) }
    wording = Wording(words, calendar: rules.calendar)
  }

  /// The same, in another language.
  func speaking(_ language: Language) -> Session { Session(self, Words(language)) }

  private init(_ other: Session, _ words: Words) {
    (person, policy, calendar, rights) = (other.person, other.policy, other.calendar, other.rights)
    answers = other.answers
    (fold, dialCommand, manner, generation) = (other.fold, other.dialCommand, other.manner, other.generation)
    signing = other.signing
    self.words = words
    wording = Wording(words, calendar: calendar)
  }

  /// By the rules and as the person that hold now; nil where nothing is different (R4.15).
  func moved(to ground: WorkingGround) -> Session? {
    if ground.generation == generation && ground.person == person && ground.answers == answers { return nil }
    return try? Session(ground, words: words, dialCommand: dialCommand, manner: manner)
  }

  /// Whether he sees anybody's work, be it his own: who sees the sea alone does not (R2.2).
  var seesWork: Bool { !rights.scopes(of: .see, for: person.roles).isSubset(of: [.sea]) }

  /// Whether the person may do this at all.
  func allows(_ act: Act) -> Bool { rights.allow(act, to: person) }
}

/// What a pane may look at while it answers or draws: the session, the time, the room.
struct Context {
  let session: Session
  let now: Instant
  let frame: Frame
  /// Where one is, under whatever lies over it.
  let place: PaneID
  /// Which pane looks.
  let asker: Asker
  /// One's own library as it was last read; nil before.
  let own: LibraryView?
  /// What is marked in it: that is meant to stay.
  var marked: Set<CustomerID> = []

  var words: Words { session.words }
  /// Those of the other language: what is looked for is found by either.
  var otherWords: Words { Words(words.language.other) }
  var wording: Wording { session.wording }
  var policy: Policy { session.policy }
  var calendar: HouseCalendar { session.calendar }
  var today: Day { calendar.day(of: now) }

  /// With the sign of a note that was not finished before it (R6.4).
  func name(_ name: String, of customer: CustomerID) -> String {
    own?.drafts[customer] == nil ? name : words("list.draft", ["name": name])
  }

  /// `周五 11-27`
  func name(of day: Day) -> String { "\(wording.weekday(day)) \(wording.date(day, today: today))" }

  /// What became of the editor, and where lies what was written there.
  func text(of problem: EditorProblem) -> String {
    let said =
      switch problem.kind {
      case .missing(let command): words("note.editor.missing", ["command": command.cut(to: 30)])
      case .failed: words["note.editor.failed"]
      case .killed: words["note.editor.killed"]
      case .notText: words["note.editor.not_text"]
      case .tooLong(let bytes): words("note.editor.too_long", ["size": String(bytes / 1_000)])
      case .gone: words["note.editor.gone"]
      }
    return problem.file.map { words("note.editor.kept", ["text": said, "file": $0]) } ?? said
  }

  func reason(of refusal: Refusal) -> String {
    wording.text(of: refusal, for: session.person.id, at: now)
  }
}
