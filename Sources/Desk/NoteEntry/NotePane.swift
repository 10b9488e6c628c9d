import Domain
import Services
import TerminalKit

/// A note being written (跟进录入), over what stays of the customer. Whatever happens, what is typed is kept.
struct NotePane: Pane {
  let about: Subject
  private(set) var view: CustomerView?
  var form = NoteForm()
  /// The draft as the base has it, and since when.
  private(set) var kept: (json: String, at: Instant)?
  /// It is in a file, because the base was away.
  private(set) var isInFile = false
  private(set) var isSaving = false
  /// Some keys were not kept yet; they will be, two seconds after the first.
  var isTimed = false
  /// The draft of an earlier sitting may still come.
  private var awaitsDraft = true

  /// A note without a call from here.
  init(_ subject: Subject) {
    about = subject
  }

  /// A note about a call that was begun here.
  init(_ call: Call, outcome: Outcome, _ context: Context) {
    about = call.subject
    view = call.view
    form.number = call.number.dialled
    form.calledAt = call.since
    take(outcome: outcome, context)
  }

  /// What was not finished.
  init(_ draft: Draft) {
    about = Subject(draft.customer, name: draft.customerName)
    form = NoteDraft(json: draft.entry)?.form ?? NoteForm()
    kept = (draft.entry, draft.savedAt)
    awaitsDraft = false
  }

  var subject: Subject? { about }
  var isTyping: Bool { true }

  // MARK: what comes from the base

  mutating func appear(_ context: Context) -> [Effect] {
    [.ask(.customer(about.id, for: .whole))] + (awaitsDraft ? [.ask(.drafts)] : [])
  }

  mutating func take(_ answer: Answer, to query: Query, _ context: Context) -> [Effect] {
    switch (query, answer) {
    case (.customer(about.id, for: .whole), .customer(let view)): self.view = view
    case (.drafts, .drafts(let drafts)): takeUp(drafts)
    default: return []
    }
    proposeNext(context)
    return []
  }

  /// An older draft comes back as long as nothing new was written; a call and its outcome stay those of now.
  private mutating func takeUp(_ drafts: [Draft]) {
    guard awaitsDraft else { return }
    awaitsDraft = false
    guard let draft = drafts.first(where: { $0.customer == about.id }), !form.isWorthKeeping,
      var old = NoteDraft(json: draft.entry)?.form
    else { return }
    if form.outcome != nil { old.outcome = form.outcome }
    old.number = form.number ?? old.number
    old.calledAt = form.calledAt ?? old.calledAt
    old.focus(on: form.focus)
    form = old
    kept = (draft.entry, draft.savedAt)
  }

  // MARK: the draft

  private var json: String { NoteDraft(form).json }

  /// What has to be kept now; nil where the base has it already.
  var draftDeed: Deed? {
    if isSaving || json == kept?.json { return nil }
    if form.isWorthKeeping { return .keepDraft(json, on: about.id) }
    return kept == nil ? nil : .keepDraft(nil, on: about.id)
  }

  /// The base is back: what went to a file goes into it.
  mutating func refresh(_ context: Context) -> [Effect] {
    let again = isInFile ? kept.map { [Effect.act(.keepDraft($0.json, on: about.id))] } ?? [] : []
    return [.ask(.customer(about.id, for: .whole))] + again
  }

  mutating func done(_ deed: Deed, _ receipt: Receipt, _ context: Context) -> [Effect] {
    switch deed {
    case .keepDraft(let json, about.id):
      kept = json.map { ($0, context.now) }
      if case .keptInFile = receipt { isInFile = true } else { isInFile = false }
    // R6.3: "signed" opens the order form, and nothing else.
    case .write(let entry, about, _) where isSaving && entry.outcome == .signed:
      return [.close, .open(OrderPane(about))]
    case .write(_, about, _) where isSaving: return [.closeAndGoOn]
    default: break
    }
    return []
  }

  mutating func failed(_ deed: Deed, _ trouble: Trouble, _ context: Context) -> [Effect] {
    guard case .write(_, about, let draft) = deed else { return [] }
    (isSaving, isTimed) = (false, false)
    // Where it was refused, the act has kept the text as a draft.
    if case .refused = trouble { kept = (draft, context.now) }
    return []
  }

  // MARK: outcome and saving

  /// Takes an outcome, and what the policy suggests after it; the text comes next where one is asked for.
  mutating func take(outcome: Outcome, _ context: Context) {
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
      return [.say(context.words["plan.not_readable"])]
    }
    isSaving = true
    return [
      .cancel(.draft), .cancel(.steadyDraft),
      .act(.write(form.entry(outcome, context), on: about, draft: json)),
    ]
  }
}

extension OutcomeRule {
  /// Somebody was reached, and there is more to say than the outcome.
  var asksForText: Bool { isEffectiveCall && !isQuick && outcome != .refused }
}
