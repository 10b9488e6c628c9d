import Domain
import Services
import TerminalKit

/// A customer in a few lines: why its due is what it is, and what was last.
struct CustomerLines {
  private let view: CustomerView
  private let context: Context

  init(_ view: CustomerView, _ context: Context) {
    self.view = view
    self.context = context
  }

  var why: String { why(in: .max) }

  func why(in columns: Int) -> String {
    guard let standing = view.standing, let opportunity = view.opportunity else {
      if let opensAt = view.customer.opensAt {
        return context.words("why.lost", ["due": context.wording.due(opensAt, at: context.now)])
      }
      return view.axis.map { AxisWords($0, context).line } ?? context.words["why.no_clock"]
    }
    return ClockWords(context).why(standing, of: opportunity, policy: view.policy, in: columns)
  }

  /// The rows of why and latest below a list. What was said is cut, what the screen says is not.
  var footer: [String] {
    let columns = context.frame.size.columns
    let room = columns - TextWidth.of(context.words("footer.why", ["text": ""]))
    let late = lateAppointment
    let taken = TextWidth.of(context.words("footer.latest", ["text": late.isEmpty ? "" : " " + late]))
    let note = lastNote.cut(to: columns - taken)
    return [
      context.words("footer.why", ["text": why(in: room)]),
      context.words("footer.latest", ["text": [note, late].filter { !$0.isEmpty }.joined(separator: " ")]),
    ]
  }

  /// The last note that counts, and an appointment that the due would close (R4.17).
  var latest: String {
    [lastNote, lateAppointment].filter { !$0.isEmpty }.joined(separator: " ")
  }

  var lastNote: String {
    guard let note = view.notes.first(where: { $0.takenBackAt == nil }) else {
      return context.words["latest.none"]
    }
    let outcome = context.policy.notes.outcome(note.outcome).map { context.wording.title($0.title) } ?? ""
    let date = ClockWords(context).date(note.at)
    let former = view.opportunity.map { note.at < $0.enteredAt } ?? false
    let text = note.saying.isEmpty ? "" : ": " + note.saying.oneLine
    return "\(former ? context.words["latest.former"] + " " : "")\(date) \(outcome)\(text)"
  }

  /// What the import left open, asked for as long as it is (R5.9).
  var leftOpen: String {
    guard let open = view.incompleteness else { return "" }
    return context.words(
      open.until <= context.now ? "customer.incomplete" : "customer.missing",
      [
        "fields": context.wording.names(of: open.missing),
        "due": context.wording.due(open.until, at: context.now),
      ])
  }

  var lateAppointment: String {
    guard let next = view.customer.nextContact, let due = view.standing?.effectiveDue, next >= due else {
      return ""
    }
    return context.words("latest.late", ["time": context.wording.short(next, at: context.now)])
  }
}

extension String {
  /// Its lines as one.
  var oneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
