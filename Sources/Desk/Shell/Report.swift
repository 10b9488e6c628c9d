import Domain
import Services
import TerminalKit

/// What is said of an act that was done, in one line.
struct Report {
  let context: Context
  /// What was agreed with the customer before.
  private let agreed: Instant?

  init(_ context: Context, agreed: Instant? = nil) {
    self.context = context
    self.agreed = agreed
  }

  func text(of deed: Deed, _ receipt: Receipt) -> String {
    switch deed {
    case .release(let subjects, _):
      each(subjects, receipt, "report.released")
    case .undoRelease(let subjects):
      each(subjects, receipt, "report.taken_back")
    case .write(let entry, let subject, _): written(entry, subject, receipt)
    case .plan(let next, let subject, _): planned(next, subject)
    case .takeBack: context.words["report.note_taken_back"]
    case .pick(let subjects): picked(subjects, receipt)
    case .undoPick(let subjects):
      each(subjects, receipt, "report.pick_undone")
    case .swap(let old, let new): swapped(old, new, receipt)
    case .undoSwap(let old, let new): swapUndone(old, new)
    case .keepSeaView(let change): kept(change)
    case .change(_, let subject): changed(subject, receipt)
    case .check(_, let copying): checked(receipt, copying: copying)
    case .enter(let form, _, let old): entered(form, instead: old, receipt)
    case .apply(let entry): named(entry.name, "report.applied")
    case .answerApplication(_, let answer, let name): answered(answer, name)
    case .withdraw(_, let name): named(name, "report.withdrawn")
    case .judge(let dispute, let judgement, _): judged(dispute, judgement)
    case .tell(let subject, _): named(subject.name, "report.told")
    case .pair(let subject, _): paired(subject, receipt)
    case .askExtension(let subject, _, _): asked(subject, receipt, "report.asked")
    case .askTakeBack(let subject): asked(subject, receipt, "report.asked_back")
    case .addOrder(let subject, let amount, _): ordered(subject, amount, receipt)
    case .takeBackCustomer(let subject):
      context.words("report.customer_taken_back", ["customer": subject.name])
    case .answer(let asked, let isGranted, _):
      each(asked.map(\.about), receipt, isGranted ? "report.granted" : "report.turned_down")
    case .confirmReleases: confirmed(receipt)
    case .confirmForecast: context.words["report.forecast_confirmed"]
    case .keepDraft, .markAlertsSeen, .noteNumberShown: ""
    }
  }

  /// Of one, of all, of some; where all were refused, why the first was.
  private func each(_ subjects: [Subject], _ receipt: Receipt, _ key: String) -> String {
    var refusals: [Subject: Refusal] = [:]
    if case .refused(let refused) = receipt { refusals = refused }
    if subjects.count == 1 { return context.words(key, ["customer": subjects[0].name]) }
    let done = subjects.count - refusals.count
    if done == 0, let first = subjects.first, let refusal = refusals[first] {
      return context.words("\(key).none", ["reason": context.reason(of: refusal)])
    }
    return context.words(
      refusals.isEmpty ? "\(key).many" : "\(key).some",
      ["done": String(done), "refused": String(refusals.count)])
  }

  private func confirmed(_ receipt: Receipt) -> String {
    guard case .confirmed(let count) = receipt else { return "" }
    return context.words("report.confirmed", ["count": String(count)])
  }

  private func kept(_ change: SeaViewChange) -> String {
    let name = (change.after ?? change.before)?.name ?? ""
    return context.words(
      change.after == nil ? "report.view_dropped" : "report.view_kept",
      ["digit": String(change.digit), "view": name])
  }

  /// W26
  private func asked(_ subject: Subject, _ receipt: Receipt, _ key: String) -> String {
    guard case .asked(let manager?) = receipt else {
      return context.words("report.asked.of_nobody", ["customer": subject.name])
    }
    return context.words(key, ["customer": subject.name, "manager": manager.name])
  }

  private func ordered(_ subject: Subject, _ amount: Amount, _ receipt: Receipt) -> String {
    guard case .ordered(let id) = receipt else { return "" }
    return context.words(
      "report.ordered", ["id": String(id.value), "customer": subject.name, "amount": amount.grouped])
  }

  private func planned(_ next: Instant?, _ subject: Subject) -> String {
    guard let next else { return context.words("report.plan_dropped", ["customer": subject.name]) }
    let moment = context.wording.moment(next, at: context.now)
    return context.words("report.planned", ["customer": subject.name, "time": moment])
  }

  /// W15, with what became of the due moment (W10, W11); of a long name only so much as leaves room for both.
  private func written(_ entry: NoteEntry, _ subject: Subject, _ receipt: Receipt) -> String {
    let whole = line(entry, subject.name, receipt)
    let excess = TextWidth.of(whole) - context.frame.size.columns
    guard excess > 0 else { return whole }
    return line(entry, subject.name.cut(to: max(TextWidth.of(subject.name) - excess, 8)), receipt)
  }

  private func line(_ entry: NoteEntry, _ customer: String, _ receipt: Receipt) -> String {
    let rule = context.policy.notes.outcome(entry.outcome)
    return context.words(
      "report.noted",
      [
        "customer": customer, "outcome": rule.map { context.wording.title($0.title) } ?? "",
        "again": entry.nextContact.map(again) ?? "", "due": renewal(receipt),
      ])
  }

  /// When to call again, and which appointment holds where there was one.
  private func again(_ next: Instant) -> String {
    let time = context.wording.short(next, at: context.now)
    guard let agreed, agreed > context.now else { return context.words("report.again", ["time": time]) }
    if agreed == next { return context.words("report.again.kept", ["time": time]) }
    let old = context.wording.short(agreed, at: context.now)
    return context.words("report.again.instead", ["time": time, "old": old])
  }

  private func renewal(_ receipt: Receipt) -> String {
    guard case .written(let written) = receipt, let before = written.dueBefore, let after = written.dueAfter
    else { return "" }
    let old = context.wording.due(before, at: context.now)
    if before == after { return context.words("report.not_renewed", ["due": old]) }
    return context.words(
      "report.renewed", ["old": old, "new": ClockWords(context).dueDate(after)])
  }
}
