import Domain
import Services
import TerminalKit

extension LibraryPane {
  func title(_ context: Context) -> String {
    let counts = view.map { "\($0.held)/\($0.capacity)" } ?? ""
    let person = context.session.person
    let name = context.frame.isWide ? "\(person.departmentName) \(person.name)" : person.name
    return "\(context.words["pane.library"]) \(counts)  \(name)"
  }

  func status(_ context: Context) -> String {
    view?.day.line(context) ?? ""
  }

  func count(of view: LibraryChoice, _ context: Context) -> Int? { count(view) }

  func choices(_ context: Context) -> [Choice] {
    let spaced = choices(context, gap: context.words.language == .english ? " " : "")
    let columns = spaced.reduce(2) { $0 + TextWidth.of($1.text) + 1 } + TextWidth.of(trailing(context).text)
    return columns <= context.frame.size.columns ? spaced : choices(context, gap: "")
  }

  /// - Parameter gap: between a digit and its item.
  private func choices(_ context: Context, gap: String) -> [Choice] {
    let countGap = context.words.language == .english ? " " : ""
    let views = views(context).map {
      Choice("\($0.digit)\(gap)\($0.name(context))\(countGap)\(count($0))", isInForce: $0 == choice)
    }
    return views + [Choice("\(LostPane.digit)\(gap)\(context.words["library.view.lost"])")]
  }

  func trailing(_ context: Context) -> StyledText {
    let marks = list.marks.isEmpty ? "" : context.words("list.marked", ["count": String(list.marks.count)])
    // English has no room for it beside the views.
    let hasRoom = context.frame.isWide || context.words.language == .chinese
    let none = hasRoom ? context.words["list.no_filter"] : ""
    let filtered =
      filter.isEmpty ? none : context.words("list.filter", ["text": filter.text])
    return StyledText(
      [marks, filtered].filter { !$0.isEmpty }.joined(separator: "  "),
      style: filter.isEmpty ? .plain : .strong
    )
  }

  func advice(_ context: Context) -> String {
    if choice == .overdue { return overdueAdvice(context) }
    let due = view?.rows.compactMap(\.due).filter { context.calendar.dueDay(of: $0) == context.today } ?? []
    guard let first = due.min() else { return "" }
    return context.words(
      due.count == 1 ? "library.due_today.one" : "library.due_today",
      ["count": String(due.count), "time": context.wording.dueClock(first)])
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
