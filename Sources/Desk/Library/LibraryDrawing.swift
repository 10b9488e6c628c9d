import Domain
import Services
import TerminalKit

extension LibraryPane {
  func title(_ context: Context) -> String {
    let counts = view.map { $0.slots(context) } ?? ""
    let person = context.session.person
    let name = context.frame.isWide ? "\(person.departmentName) \(person.name)" : person.name
    return "\(context.words["pane.library"]) \(counts)  \(name)"
  }

  func status(_ context: Context) -> String {
    view?.day.line(context) ?? ""
  }

  func count(of view: LibraryChoice, _ context: Context) -> Int? { count(view) }

  func moreItems(_ context: Context) -> [ViewItem] {
    [ViewItem(LostPane.digit, named: "library.view.lost", context)]
  }

  /// What was picked today has a view of its own once there is something in it; so has what one covers.
  func views(_ context: Context) -> [LibraryChoice] {
    LibraryChoice.allCases.filter {
      ![.pickedToday, .covered].contains($0) || choice == $0 || count($0) > 0
    }
  }

  func advice(_ context: Context) -> String {
    if !list.marks.isEmpty { return targets.named(in: "library.marked", context) }
    if let selected, let since = context.own?.drafts[selected.id] {
      return context.words("list.draft.advice", ["time": context.wording.short(since, at: context.now)])
    }
    if choice == .overdue { return overdueAdvice(context) }
    if choice == .covered { return coverAdvice(context) }
    if let absence = view?.absence {
      return context.words(
        "library.absent",
        ["deputy": absence.deputy.name, "until": context.wording.date(absence.to, today: context.today)])
    }
    let due = view?.rows.compactMap(\.due).filter { context.calendar.dueDay(of: $0) == context.today } ?? []
    guard let first = due.min() else { return "" }
    return context.words(
      due.count == 1 ? "library.due_today.one" : "library.due_today",
      ["count": String(due.count), "time": context.wording.dueClock(first)])
  }

  /// R2.6: whose they are, and what is left to their holder.
  private func coverAdvice(_ context: Context) -> String {
    let names = view?.coveredFor.map(\.name) ?? []
    return context.words("library.covered", ["names": names.joined(separator: ", ")])
  }

  /// What it means that a call is overdue (R4.1).
  private func overdueAdvice(_ context: Context) -> String {
    let rhythms = context.policy.intents.compactMap { intent in
      intent.rhythmDays.map {
        context.words("library.overdue.rhythm", ["level": intent.level, "days": String($0)])
      }
    }
    return context.words("library.overdue", ["rhythms": rhythms.joined(separator: ", ")])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let parts = frame.split.parts(of: frame.list.body)
    drawTable(in: parts.master.splitRight(1).rest, on: &canvas, context)
    detail.draw(in: frame, isShown: !list.isEmpty, on: &canvas, context)
  }

  private func drawTable(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let words = LibraryCells(context)
    draw(Table(columns: words.columns), in: rect, on: &canvas, context, empty: emptyText(context)) {
      id, isSelected in
      let gutter = words.gutter(
        rows[id], isSelected: isSelected, isMarked: list.isMarked(id), isGone: isGone(id))
      return TableRow(cells[id] ?? [], gutter: gutter)
    }
  }

  private func emptyText(_ context: Context) -> String {
    if view == nil { return isSlow ? context.words["list.loading"] : "" }
    if filter.isEmpty { return context.words[choice.empty] }
    if choice == .all || fitting == 0 { return context.words["list.empty.filter"] }
    return context.words("list.empty.here", ["count": String(fitting)])
  }
}

extension LibraryView {
  /// `89/300 另成交8`: what takes a slot, and what is there besides.
  func slots(_ context: Context) -> String {
    let slots = "\(held)/\(capacity)"
    let signed = rows.count { $0.state == .signed }
    return signed == 0
      ? slots : context.words("library.slots.signed", ["slots": slots, "count": String(signed)])
  }
}
