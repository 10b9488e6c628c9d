import Domain
import Services

/// What is said of an act that was done, in one line.
struct Report {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  func text(of deed: Deed, _ receipt: Receipt) -> String {
    switch deed {
    case .release(let subjects, _):
      each(subjects, receipt, one: "report.released", many: "report.released.many")
    case .undoRelease(let subjects):
      each(subjects, receipt, one: "report.taken_back", many: "report.taken_back.many")
    case .write(let entry, let subject, _): written(entry, subject, receipt)
    case .plan(let next, let subject, _): planned(next, subject)
    case .takeBack: context.words["report.note_taken_back"]
    case .keepDraft, .markAlertsSeen: ""
    }
  }

  private func each(_ subjects: [Subject], _ receipt: Receipt, one: String, many: String) -> String {
    var refused = 0
    if case .refused(let refusals) = receipt { refused = refusals.count }
    if subjects.count == 1 { return context.words(one, ["customer": subjects[0].name]) }
    return context.words(
      many, ["done": String(subjects.count - refused), "refused": String(refused)])
  }

  private func planned(_ next: Instant?, _ subject: Subject) -> String {
    guard let next else { return context.words("report.plan_dropped", ["customer": subject.name]) }
    let moment = context.wording.moment(next, at: context.now)
    return context.words("report.planned", ["customer": subject.name, "time": moment])
  }

  /// W15, and what became of the due moment (W10, W11).
  private func written(_ entry: NoteEntry, _ subject: Subject, _ receipt: Receipt) -> String {
    let outcome = context.policy.notes.outcome(entry.outcome).map { context.wording.title($0.title) } ?? ""
    var parts: [String] = []
    if let next = entry.nextContact {
      parts.append(
        context.words(
          "report.noted.again",
          [
            "customer": subject.name, "outcome": outcome,
            "time": context.wording.short(next, at: context.now),
          ]))
    } else {
      parts.append(context.words("report.noted", ["customer": subject.name, "outcome": outcome]))
    }
    if case .written(let written) = receipt { parts.append(renewal(written)) }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func renewal(_ written: WriteNote.Written) -> String {
    guard let before = written.dueBefore, let after = written.dueAfter else { return "" }
    let clock =
      written.clock.flatMap { context.policy.clock($0) }.map { context.wording.title($0.title) } ?? ""
    let new = context.wording.due(after, at: context.now)
    if before == after { return context.words("report.not_renewed", ["clock": clock, "due": new]) }
    return context.words(
      "report.renewed", ["old": context.wording.due(before, at: context.now), "new": new, "clock": clock])
  }
}
