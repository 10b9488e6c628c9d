import Domain
import Services
import TerminalKit

/// Work mode (R7.2): one customer of the call list after the other, the number large, one key an outcome. Every digit
/// answers for the customer on the screen (principle 11).
struct WorkPane: Pane {
  private(set) var about: Subject
  /// The list as it was last read, for what comes next.
  private(set) var calls: CallListView?
  private(set) var view: CustomerView?
  /// What the team has at hand.
  private(set) var texts: TeamTexts?
  private var numberIndex = 0
  /// When it was dialled or copied here; a quick outcome is stored at once from then on.
  private(set) var since: Instant?
  /// A quick outcome that waits for Enter, as the call was made at another phone.
  private(set) var waiting: OutcomeRule?
  /// What was pressed before the customer was read, or while the number was about to be dialled.
  private var early: OutcomeRule?
  /// It is to be dialled as soon as it is read.
  private var dials: Bool
  private var isSaving = false
  /// The house was asked whether the number may be dialled.
  private var isDialling = false
  /// Why it may not be, as far as that is seen here.
  private(set) var barred: Hindrance?
  /// Of the script, where it takes more than one.
  private(set) var scriptPage = 0
  /// The outcome that was last noted here, where it was about the number.
  private var markedNumber: String?

  init(_ subject: Subject, dials: Bool) {
    about = subject
    self.dials = dials
  }

  var subject: Subject? { about }
  var takesTheNext: Bool { true }
  var calledSince: Instant? { since }

  /// The numbers that may be called.
  var numbers: [CustomerNumber] { view?.numbers.filter(\.isCallable) ?? [] }

  var number: CustomerNumber? {
    numbers.isEmpty ? nil : numbers[min(numberIndex, numbers.count - 1)]
  }

  var line: Call.Line? {
    guard let view, let number else { return nil }
    return Call.Line(view: view, number: number)
  }

  /// Its row, while it is on the list.
  var row: CallRow? { calls?.rows.first { $0.id == about.id } }

  /// Who comes after, as the list stands: those whose moment has come, this one left out.
  func next(_ context: Context) -> [CallRow] {
    let rows = calls?.rows ?? []
    let place = rows.firstIndex { $0.id == about.id } ?? -1
    let turned = rows.dropFirst(place + 1) + rows.prefix(max(place, 0))
    return turned.filter { !$0.isAhead(at: context.now) }
  }

  mutating func readOn(_ pages: Int) -> [Effect] {
    scriptPage += pages
    return []
  }

  // MARK: reading

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [
      ask(.calls) { $0.calls = $1 }, ask(.teamTexts(context.words.language)) { $0.texts = $1 },
      ask(.customer(about.id)) { [about] pane, view, context in
        about.id == pane.about.id ? pane.take(view, context) : []
      },
    ]
  }

  private mutating func take(_ view: CustomerView, _ context: Context) -> [Effect] {
    if self.view == nil { chooseNumber(of: view, context) }
    self.view = view
    guard view.customer.holder == context.session.person.id else {
      return [.close, .say(context.words("work.gone", ["customer": about.name]))]
    }
    var effects: [Effect] = []
    if dials {
      dials = false
      effects += dial(context)
    }
    return effects + answerEarly(context)
  }

  /// What was pressed too early counts now, unless it is about to be dialled.
  private mutating func answerEarly(_ context: Context) -> [Effect] {
    guard !isDialling, let early else { return [] }
    self.early = nil
    return answer(early, context)
  }

  private mutating func chooseNumber(of view: CustomerView, _ context: Context) {
    let choice = view.dialling(context).choice(of: view.numbers)
    numberIndex = view.numbers.filter(\.isCallable).firstIndex { $0 == choice } ?? 0
  }

  mutating func settle(_ context: Context) {
    barred = line.flatMap { Dialling.bar($0.view, $0.number, context) }
  }

  // MARK: the number

  mutating func dial(_ context: Context) -> [Effect] {
    guard view != nil else {
      dials = true
      return []
    }
    guard let line else { return [.refuse(.refusal(context.reason(of: .noNumberToDial), context))] }
    if isDialling { return [] }
    (isDialling, waiting) = (true, nil)
    let now = context.now
    return [
      run(DialErrand(number: line.number, customer: line.view.customer.id)) { pane, _, context in
        pane.ring(line, since: now, context)
      } else: { pane, trouble, context in
        (pane.isDialling, pane.early) = (false, nil)
        return [.refuse(.trouble(trouble, context))]
      }
    ]
  }

  private mutating func ring(_ line: Call.Line, since start: Instant, _ context: Context) -> [Effect] {
    isDialling = false
    guard line.view.customer.id == view?.customer.id, line.number == number else { return [] }
    since = start
    let dial = context.session.dialCommand == nil ? [] : [Effect.outside(.dial(line.number.dialled))]
    return dial + answerEarly(context)
  }

  mutating func copy(_ context: Context) -> [Effect] {
    guard let view else { return [] }
    if number != nil { since = context.now }
    return Dialling.copy(view, number: number, context)
  }

  mutating func switchNumber(_ step: Int) -> [Effect] {
    numberIndex = (numberIndex + step + numbers.count) % max(numbers.count, 1)
    since = nil
    return []
  }

  // MARK: outcomes

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    Outcomes.rule(of: digit, context.policy).map { answer($0, context) } ?? [.unknownKey]
  }

  private mutating func answer(_ outcome: OutcomeRule, _ context: Context) -> [Effect] {
    if isSaving { return [] }
    if view == nil || isDialling {
      early = outcome
      return []
    }
    guard let line else { return [.refuse(.refusal(context.reason(of: .noNumberToDial), context))] }
    guard outcome.isQuick else {
      markedNumber = outcome.marksNumber == nil ? nil : line.number.dialled
      return [.open(NotePane(line, since: since ?? context.now, outcome: outcome.outcome, context))]
    }
    guard since != nil else {
      waiting = outcome
      return []
    }
    return store(outcome, line, context)
  }

  /// Enter: what waits is stored.
  mutating func confirm(_ context: Context) -> [Effect] {
    guard let waiting, let line else {
      return [.open(CustomerPane(about, among: (calls?.rows ?? []).map(\.id), me: context.session.person.id))]
    }
    return store(waiting, line, context)
  }

  private mutating func store(_ outcome: OutcomeRule, _ line: Call.Line, _ context: Context) -> [Effect] {
    isSaving = true
    let note = run(line.errand(outcome, since: since, context)) { pane, _, context in
      pane.isSaving = false
      return pane.goOn(context)
    } else: { pane, _, _ in
      pane.isSaving = false
      return []
    }
    return [note, .outside(.discardTypeAhead)]
  }

  // MARK: going on

  /// The next one; after a dead or wrong number first the next number of the same customer.
  mutating func goOn(_ context: Context) -> [Effect] {
    let others = numbers.filter { $0.dialled != markedNumber }
    if markedNumber != nil, let other = others.first {
      (markedNumber, since, waiting, numberIndex) = (nil, nil, nil, 0)
      return refresh(context) + [.say(context.words("work.other_number", ["number": other.spoken]))]
    }
    guard let next = next(context).first else { return [.close] }
    return turn(to: Subject(next.id, name: next.name), context)
  }

  /// Past this one: on to the next, or back to the one before.
  mutating func skip(_ step: Int, _ context: Context) -> [Effect] {
    let rows = calls?.rows ?? []
    guard let place = rows.firstIndex(where: { $0.id == about.id }), rows.indices.contains(place + step)
    else { return [.say(context.words["customer.no_neighbour"])] }
    return turn(to: Subject(rows[place + step].id, name: rows[place + step].name), context)
  }

  private mutating func turn(to subject: Subject, _ context: Context) -> [Effect] {
    follow(subject)
    return refresh(context)
  }

  /// Where what was noted is taken back, one is with that customer again.
  mutating func follow(_ subject: Subject) {
    if subject.id == about.id { return }
    (about, isDialling) = (subject, false)
    (view, since, waiting, early, markedNumber, numberIndex) = (nil, nil, nil, nil, nil, 0)
  }
}
