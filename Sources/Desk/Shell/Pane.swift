import Domain
import Services
import TerminalKit

/// One screenful: a list, a customer, a form. It answers commands, takes what it asked for, and draws itself into the
/// frame. It does nothing by itself: what it wants done it returns.
protocol Pane: Sendable {
  static var keymap: Keymap<Self> { get }

  // MARK: what the frame shows of it

  /// Where one is, and the counts, at the left of row 1.
  func title(_ context: Context) -> String
  /// What stands before the clock in row 1.
  func status(_ context: Context) -> String
  /// What a digit takes now.
  func choices(_ context: Context) -> [Choice]
  /// About the list, at the right of the numbered row.
  func trailing(_ context: Context) -> StyledText
  /// What the message row says when there is no news.
  func advice(_ context: Context) -> String
  /// The keys that are worth knowing now.
  func hints(_ context: Context) -> [Hint]
  func drawChoices(in rect: Rect, on canvas: inout Canvas, _ context: Context)
  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context)

  // MARK: what it answers

  /// It has come to the top, for the first time or again.
  mutating func appear(_ context: Context) -> [Effect]
  /// Somebody went to it by its digit: it opens ready (principle 12).
  mutating func arrive(_ context: Context) -> [Effect]
  /// One leaves it for another pane, or comes to it anew.
  mutating func disappear(_ context: Context) -> [Effect]
  mutating func choose(_ digit: Int, _ context: Context) -> [Effect]
  /// By the column of this digit; the same again turns the order round.
  mutating func sort(_ digit: Int, _ context: Context) -> [Effect]
  /// The base has changed, by us or by others.
  mutating func refresh(_ context: Context) -> [Effect]
  /// Something was taken back with `u`, or done again.
  mutating func takenBack(_ context: Context) -> [Effect]
  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect]
  /// Before each frame: whatever has to follow the size of the screen.
  mutating func settle(_ context: Context)

  /// - Returns: how many rows were marked.
  mutating func unmarkAll() -> Int
  mutating func unmark(_ customers: [CustomerID])

  /// A key that is none of its own closes it, and does what it does below.
  var stepsAside: Bool { get }

  // MARK: where something is typed

  /// Whether keys are text now; a caret shows.
  var isTyping: Bool { get }
  /// The field that takes what is typed.
  var editing: EditBuffer? { get }
  /// What is typed narrows the list.
  var isFiltering: Bool { get }
  /// What is typed to narrow the list reads as a whole number.
  var typedNumber: String? { get }
  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect]
  /// What is no key of the pane, while keys are text.
  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect]
  mutating func filter(by text: String, _ context: Context) -> [Effect]
  /// What Esc closes before it leaves the pane; nil where there is nothing.
  mutating func escape(_ context: Context) -> [Effect]?

  /// The customer the acts are about.
  var subject: Subject? { get }
  /// The customers an act on several is about.
  var targets: [Subject] { get }
  /// Once the work on its customer is done, it goes on to the next by itself.
  var takesTheNext: Bool { get }
  mutating func goOn(_ context: Context) -> [Effect]
  /// Since when somebody is on the phone in it; nil where nobody is.
  var calledSince: Instant? { get }
  /// The list `n` and `N` go through on a card that is opened here.
  var neighbours: [CustomerID] { get }
  /// The pane above was about this one when it was left.
  mutating func follow(_ subject: Subject)
}

extension Pane {
  func status(_ context: Context) -> String { "" }
  func choices(_ context: Context) -> [Choice] { [] }
  func trailing(_ context: Context) -> StyledText { "" }
  func advice(_ context: Context) -> String { "" }
  func hints(_ context: Context) -> [Hint] {
    if isFiltering { return FilterField.hints(context) }
    return Self.keymap.hints(in: self) { context.words[$0] }
  }
  func drawChoices(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    ChoiceRow(choices(context), trailing: trailing(context)).draw(in: rect, on: &canvas)
  }
  mutating func appear(_ context: Context) -> [Effect] { [] }
  mutating func disappear(_ context: Context) -> [Effect] { [] }
  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] { [.unknownKey] }
  mutating func sort(_ digit: Int, _ context: Context) -> [Effect] { [.unknownKey] }
  mutating func refresh(_ context: Context) -> [Effect] { [] }
  mutating func arrive(_ context: Context) -> [Effect] { appear(context) }
  mutating func takenBack(_ context: Context) -> [Effect] { [] }
  /// Narrows its list to what matches, as if it had been typed there.
  mutating func filter(by text: String, _ context: Context) -> [Effect] { [.unknownKey] }
  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] { [] }
  mutating func settle(_ context: Context) {}
  var stepsAside: Bool { false }
  var isTyping: Bool { false }
  var editing: EditBuffer? { nil }
  var isFiltering: Bool { false }
  var typedNumber: String? { nil }
  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] { [] }
  mutating func escape(_ context: Context) -> [Effect]? { nil }
  var subject: Subject? { nil }
  var targets: [Subject] { subject.map { [$0] } ?? [] }
  var neighbours: [CustomerID] { [] }
  var takesTheNext: Bool { false }
  var calledSince: Instant? { nil }
  mutating func goOn(_ context: Context) -> [Effect] { perform(.next, context) }
  mutating func follow(_ subject: Subject) {}
  mutating func unmarkAll() -> Int { 0 }
  mutating func unmark(_ customers: [CustomerID]) {}
}

// MARK: - Keys

/// What a key means in a pane, without naming the pane.
enum KeyMeaning {
  case command(Command)
  /// Known here, but not now.
  case disabled(Hindrance)
  case nothing
}

extension Pane {
  func meaning(of key: Key) -> KeyMeaning {
    guard let binding = Self.keymap[key] else { return .nothing }
    return binding.disabled(self).map { .disabled($0) } ?? .command(binding.command)
  }

  /// Why a command can't be done now; nil when it can.
  func reason(against command: Command) -> Hindrance? { Self.keymap[command]?.disabled(self) }

  mutating func perform(_ command: Command, _ context: Context) -> [Effect] {
    Self.keymap[command]?.handler?(&self, context) ?? [.unknownKey]
  }

  /// Where keys are text, those of the pane are still its own.
  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect] { typeByKeys(event, context) }

  mutating func typeByKeys(_ event: InputEvent, _ context: Context) -> [Effect] {
    guard case .key(let key) = event,
      let handler = Self.keymap[key == .control("c") ? .escape : key]?.handler
    else { return edit(event, context) }
    return handler(&self, context)
  }

  func openCard(_ context: Context) -> [Effect] {
    subject.map { [.open(CustomerPane($0, among: neighbours, me: context.session.person.id))] } ?? []
  }
}

// MARK: - Errands and questions

extension Pane {
  /// Has something done; what comes of it comes back here, and only here.
  func run<E: Errand>(
    _ errand: E,
    then done: @escaping @Sendable (inout Self, E.Outcome, Context) -> [Effect] = { _, _, _ in [] },
    else failed: @escaping @Sendable (inout Self, Trouble, Context) -> [Effect] = { _, _, _ in [] }
  ) -> Effect {
    .run(Job(errand, then: Self.taking(done, failed)))
  }

  /// Has what a form is for done, and closes with it; where it can't be done, the form stays and takes keys again.
  func finish(
    _ errand: some Errand, whileBusy busy: WritableKeyPath<Self, Bool> & Sendable, goesOn: Bool = false
  ) -> Effect {
    run(errand) { _, _, _ in
      [goesOn ? .closeAndGoOn : .close]
    } else: { pane, _, _ in
      pane[keyPath: busy] = false
      return []
    }
  }

  /// Asks for something; the answer comes back here, and only here.
  func ask<Answer>(
    _ question: Question<Answer>, then take: @escaping @Sendable (inout Self, Answer, Context) -> [Effect],
    else lost: @escaping @Sendable (inout Self, Trouble, Context) -> [Effect] = { _, _, _ in [] }
  ) -> Effect {
    .run(Job(question, then: Self.taking(take, lost)))
  }

  /// Asks for something that is merely kept.
  func ask<Answer>(
    _ question: Question<Answer>, keep: @escaping @Sendable (inout Self, Answer) -> Void
  ) -> Effect {
    ask(question) { pane, answer, _ in
      keep(&pane, answer)
      return []
    }
  }

  /// A change of this pane, for another to have done when it is time.
  static func later(
    _ context: Context, _ change: @escaping @Sendable (inout Self, Context) -> [Effect]
  ) -> Effect {
    let asker = context.asker
    return .tell(Reply { $0.tell(asker, change) })
  }

  private static func taking<Value>(
    _ take: @escaping @Sendable (inout Self, Value, Context) -> [Effect],
    _ fail: @escaping @Sendable (inout Self, Trouble, Context) -> [Effect]
  ) -> Job.Follow<Value> {
    { desk, asker, result in
      desk.tell(asker) { (pane: inout Self, context) in
        switch result {
        case .success(let value): take(&pane, value, context)
        case .failure(let trouble): fail(&pane, trouble, context)
        }
      }
    }
  }
}
