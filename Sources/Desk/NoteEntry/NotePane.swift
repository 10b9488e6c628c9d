import Domain
import Services
import TerminalKit

/// A note being written (跟进录入), over what stays of the customer. Whatever happens, what is typed is kept.
struct NotePane: Pane {
  let about: Subject
  private(set) var view: CustomerView?
  private(set) var form = NoteForm()
  /// The draft as the base has it, and since when.
  private(set) var kept: (json: String, at: Instant)?
  /// It is in a file, because the base was away.
  private(set) var isInFile = false
  private(set) var isSaving = false
  /// Some keys were not kept yet; they will be, half a second after the first.
  private var isTimed = false
  /// What the team has at hand; nil till it is read.
  private(set) var texts: TeamTexts?
  /// The next digit is that of a phrase.
  private(set) var isChoosingPhrase = false
  /// The draft of an earlier sitting may still come.
  private var awaitsDraft = true
  /// What was said before the form opened; it goes behind what an older draft holds.
  private var brought: NoteStart?

  /// A note without a call from here.
  init(_ subject: Subject) {
    about = subject
  }

  /// With what is to be the outcome and the text of it.
  init(_ subject: Subject, outcome: Outcome, text: String) {
    about = subject
    brought = NoteStart(outcome: outcome, text: text)
  }

  /// For another level of intent, which a note gives (R6.1).
  init(_ subject: Subject, intent: String) {
    about = subject
    brought = NoteStart(intent: intent)
  }

  /// A note about a call that was begun here.
  init(_ line: Call.Line, since: Instant, outcome: Outcome?, _ context: Context) {
    about = Subject(line.view.customer.id, name: line.view.customer.name)
    view = line.view
    form.number = line.number.dialled
    form.calledAt = since
    form.isOnThePhone = true
    if let outcome { take(outcome: outcome, context) }
  }

  /// What was not finished.
  init(_ draft: Draft) {
    about = Subject(draft.customer, name: draft.customerName)
    form = draft.note?.form ?? NoteForm()
    kept = (draft.entry, draft.savedAt)
    awaitsDraft = false
  }

  var subject: Subject? { about }
  var isTyping: Bool { true }
  var editing: EditBuffer? { form.editing }
  var calledSince: Instant? { form.isOnThePhone ? form.calledAt : nil }

  // MARK: what comes from the base

  mutating func appear(_ context: Context) -> [Effect] {
    [askForCustomer, ask(.teamTexts(context.words.language)) { $0.texts = $1 }]
      + (awaitsDraft ? [askForDraft] : [])
  }

  private var askForCustomer: Effect {
    ask(.customer(about.id)) { pane, view, context in
      pane.view = view
      pane.proposeNext(context)
      return []
    }
  }

  private var askForDraft: Effect {
    ask(.drafts) { pane, drafts, context in
      pane.takeUp(drafts)
      pane.proposeNext(context)
      pane.takeBrought(context)
      return []
    } else: { pane, _, context in
      pane.takeBrought(context)
      return []
    }
  }

  private mutating func takeBrought(_ context: Context) {
    guard let brought else { return }
    self.brought = nil
    if let outcome = brought.outcome { take(outcome: outcome, context) }
    form.add(brought)
  }

  /// An older draft comes back as long as nothing new was written; a call and its outcome stay those of now.
  private mutating func takeUp(_ drafts: [Draft]) {
    guard awaitsDraft else { return }
    awaitsDraft = false
    guard let draft = drafts.first(where: { $0.customer == about.id }), !form.isWorthKeeping,
      let old = draft.note?.form
    else { return }
    form = form.goingOn(from: old)
    kept = (draft.entry, draft.savedAt)
  }

  // MARK: the draft

  private var json: String { NoteDraft(form).json }

  /// What has to be kept now; nil where the base has it already.
  var unsaved: KeepDraftErrand? {
    if isSaving || json == kept?.json { return nil }
    if form.isWorthKeeping { return KeepDraftErrand(text: json, customer: about.id) }
    return kept == nil ? nil : KeepDraftErrand(text: nil, customer: about.id)
  }

  var keepDraft: [Effect] { unsaved.map { [keep($0)] } ?? [] }

  private func keep(_ draft: KeepDraftErrand) -> Effect {
    run(draft) { pane, place, context in
      pane.kept = draft.text.map { ($0, context.now) }
      pane.isInFile = place == .inFile
      return []
    }
  }

  /// The base is back: what went to a file goes into it.
  mutating func refresh(_ context: Context) -> [Effect] {
    guard isInFile, let kept else { return [askForCustomer] }
    return [askForCustomer, keep(KeepDraftErrand(text: kept.json, customer: about.id))]
  }

  // MARK: outcome and saving

  /// Takes an outcome, and what the policy suggests after it; the text comes next where one is asked for.
  private mutating func take(outcome: Outcome, _ context: Context) {
    form.outcome = outcome
    guard let rule = context.policy.notes.outcome(outcome) else { return }
    proposeNext(context)
    form.focus(on: rule.asksForText ? .text : .outcome)
  }

  /// What is agreed stays unless somebody changes it; what the policy suggests stands where nothing is.
  private mutating func proposeNext(_ context: Context) {
    guard let view else { return }
    form.next.propose(Suggestion(view, context).next(after: form.outcome)?.text ?? "")
  }

  mutating func save(_ context: Context) -> [Effect] {
    if isSaving { return [] }
    guard let outcome = form.outcome else {
      form.focus(on: .outcome)
      return [.say(context.words["note.choose_outcome"])]
    }
    // Till the customer is read, nobody knows what is agreed.
    if view == nil && !form.next.isTouched { return [.say(context.words["note.not_read_yet"])] }
    if !form.next.isEmpty && form.next.moment(context) == nil {
      form.focus(on: .next)
      return [form.next.notStored(context)]
    }
    if outcome == .appointment && form.next.isEmpty {
      form.focus(on: .next)
      return [.say(context.words["note.appointment_when"])]
    }
    isSaving = true
    return [
      .cancel(.draft),
      write(NoteErrand(entry: entry(outcome, context), subject: about, typed: json)),
    ]
  }

  private func entry(_ outcome: Outcome, _ context: Context) -> NoteEntry {
    let entry = form.entry(outcome, context)
    guard let view, let start = form.calledAt else { return entry }
    return entry.called(from: start, to: form.isOnThePhone ? context.now : nil, view, context)
  }

  private func write(_ note: NoteErrand) -> Effect {
    run(note) { pane, _, _ in
      // R6.3: "signed" opens the order form, and nothing else.
      note.entry.outcome == .signed
        ? [.close, .open(OrderPane(note.subject, goesOn: true))] : [.closeAndGoOn]
    } else: { pane, trouble, context in
      (pane.isSaving, pane.isTimed) = (false, false)
      // Where it was refused, the act has kept the text as a draft.
      if case .refused = trouble { pane.kept = (note.typed, context.now) }
      return []
    }
  }

  // MARK: typing

  mutating func edit(_ event: InputEvent, _ context: Context) -> [Effect] {
    let later = keepLater()
    switch form.edit(event, context) {
    case .edited: return later
    case .outcome(let outcome): take(outcome: outcome, context)
    case .unknown: return [.say(context.words["note.choose_outcome"])] + later
    }
    return later
  }

  /// R6.4: within a second of any key, what the disk takes included, however steadily one goes on.
  private mutating func keepLater() -> [Effect] {
    if isTimed { return [] }
    isTimed = true
    return [.after(500, .draft)]
  }

  // MARK: phrases

  mutating func offerPhrases() -> [Effect] {
    isChoosingPhrase = true
    return []
  }

  /// R6.7: behind its key a digit is a phrase; any other key is what it is.
  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect] {
    guard isChoosingPhrase else { return typeByKeys(event, context) }
    isChoosingPhrase = false
    if [.escape, .control("c"), .control("r")].map(InputEvent.key).contains(event) { return [] }
    guard case .key(let key)? = CommandInput.commands(in: event).first, let digit = key.digit else {
      return typeByKeys(event, context)
    }
    guard let phrase = texts?[.phrase, digit] else { return [.unknownKey] }
    form.insert(phrase: phrase.text)
    return keepLater()
  }

  /// A draft stays, and it is said so once it does; a form in which nothing was written leaves nothing behind.
  func leave(_ context: Context) -> [Effect] {
    let keeping: [Effect] =
      unsaved.map { [.run(Job(leaving: $0, about))] }
      ?? (form.isWorthKeeping ? [.say(context.draftKept(about, inFile: isInFile))] : [])
    return [.cancel(.draft)] + keeping + [.close]
  }

  mutating func moveFocus(by step: Int, _ context: Context) -> [Effect] {
    if step > 0, form.focus == .next, form.next.moveOffRestDay(context) {
      return keepLater() + [.say(form.next.moved(context))]
    }
    form.moveFocus(by: step)
    return keepDraft
  }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    guard timer == .draft else { return [] }
    isTimed = false
    return keepDraft
  }

  /// It stays whole, though it be too long to be saved.
  mutating func takeEdited(_ text: String, _ context: Context) -> [Effect] {
    form.text = NoteForm.buffer(text)
    form.focus(on: .text)
    let isTooLong = text.utf8.count > NoteEntry.longestText
    return keepDraft + (isTooLong ? [.say(context.words["problem.too_long.text"])] : [])
  }
}

extension Job {
  /// Keeps what is left half typed; the lists mark it from then on.
  fileprivate init(leaving draft: KeepDraftErrand, _ about: Subject) {
    self.init(draft) { desk, _, result in
      switch result {
      case .success(let place) where draft.text != nil:
        [.say(desk.context.draftKept(about, inFile: place == .inFile)), .refresh]
      case .success: [.refresh]
      case .failure(let trouble): [.refuse(.trouble(trouble, desk.context))]
      }
    }
  }
}

extension Context {
  fileprivate func draftKept(_ about: Subject, inFile: Bool) -> String {
    FittedLine(self).with(about.name) {
      words(inFile ? "note.draft_in_file" : "note.draft_kept", ["customer": $0])
    }
  }
}
