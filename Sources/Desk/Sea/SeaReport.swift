import Domain
import TerminalKit

/// What is said of picks and swaps.
extension Report {
  func picked(_ subjects: [Subject], _ receipt: Receipt) -> String {
    guard case .picked(let picked) = receipt else { return "" }
    if subjects.count == 1 { return pickedOne(subjects[0], picked) }
    let refused = picked.refusals.count
    let counts: KeyValuePairs = ["done": String(subjects.count - refused), "refused": String(refused)]
    if refused == 0 { return context.words("report.picked.many", counts) }
    if refused < subjects.count { return context.words("report.picked.some", counts) }
    let isFull = picked.refusals.values.contains { if case .libraryFull = $0 { true } else { false } }
    return context.words(isFull ? "report.picked.none.full" : "report.picked.none", counts)
  }

  /// W20 for one: the number that shows now, and until when something must be done.
  private func pickedOne(_ subject: Subject, _ picked: Picked) -> String {
    fitted(subject.name) { name in
      context.words(
        picked.due == nil ? "report.picked.no_clock" : "report.picked",
        [
          "customer": name, "number": number(picked),
          "due": picked.due.map { context.wording.due($0, at: context.now) } ?? "",
        ])
    }
  }

  func swapped(_ old: Subject, _ new: Subject, _ receipt: Receipt) -> String {
    guard case .picked(let picked) = receipt else { return "" }
    return fitted(new.name, old.name) { new, old in
      context.words("report.swapped", ["new": new, "old": old, "number": number(picked)])
    }
  }

  func swapUndone(_ old: Subject, _ new: Subject) -> String {
    fitted(old.name, new.name) { old, new in
      context.words("report.swap_undone", ["old": old, "new": new])
    }
  }

  /// Of two names the second gives way first.
  private func fitted(_ one: String, _ other: String, _ line: (String, String) -> String) -> String {
    fitted(one) { one in fitted(other) { other in line(one, other) } }
  }

  /// A line with a name in it, of which only so much stays as leaves room for the rest.
  private func fitted(_ name: String, _ line: (String) -> String) -> String {
    let excess = TextWidth.of(line(name)) - context.frame.size.columns
    return excess > 0 ? line(name.cut(to: max(TextWidth.of(name) - excess, 8))) : line(name)
  }

  private func number(_ picked: Picked) -> String { picked.number ?? context.words["report.no_number"] }
}
