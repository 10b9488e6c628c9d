import Domain
import Services
import TerminalKit

/// Where things stand in work mode.
struct WorkLayout {
  let head: Rect
  let digits: Rect
  let number: Rect
  /// Notes at the left, what is to be known at the right; read aloud, that comes below.
  let left: Rect
  let right: Rect
  let footer: Rect

  init(_ frame: Frame) {
    let content = frame.content
    head = content.line(0)
    digits = content.splitTop(2).rest.splitTop(BigDigits.rows).top
    number = content.line(frame.isPlain ? 1 : 6)
    let below = content.splitTop(frame.isPlain ? 2 : 7).rest.splitBottom(3)
    if frame.isPlain {
      (left, right) = (below.rest.splitTop(8).top, below.rest.splitTop(8).rest)
    } else {
      let halves = below.rest.splitLeft(content.columns * 3 / 5)
      (left, right) = (halves.left.splitRight(1).rest, halves.rest)
    }
    footer = below.bottom
  }
}

extension WorkPane {
  func title(_ context: Context) -> String { CallListPane.title(calls, context) }

  func status(_ context: Context) -> String { calls?.day.line(context) ?? "" }

  func choices(_ context: Context) -> [Choice] { Outcomes.choices(context, inForce: waiting?.outcome) }

  func advice(_ context: Context) -> String {
    guard let line else {
      return view == nil ? context.words["list.loading"] : context.words["work.no_number"]
    }
    if let waiting {
      return context.words("work.enter_stores", ["outcome": context.wording.title(waiting.title)])
    }
    guard let since else { return context.words["work.advice"] }
    let key = context.session.dialCommand == nil ? "call.at_desk_phone" : "call.dialled"
    return context.words(
      key, ["customer": about.name, "number": line.number.spoken, "time": context.wording.clock(since)])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = WorkLayout(frame)
    canvas.caret = layout.head.origin
    canvas.put(head(context), in: layout.head)
    guard let view else { return }
    if let number {
      BigDigits(number.grouped).draw(in: layout.digits.splitLeft(6).rest, on: &canvas)
      canvas.put(numberLine(number, view, context), in: layout.number.splitLeft(6).rest)
    }
    draw(notes(view, context), titled: context.words["aside.latest"], in: layout.left, on: &canvas)
    let rest = draw(known(view, context), titled: context.words["work.known"], in: layout.right, on: &canvas)
    ScriptView(texts, stage: view.customer.stage, context)?
      .draw(in: rest, page: scriptPage, key: Key.pageDown.label, on: &canvas)
    drawFooter(in: layout.footer, on: &canvas, context)
  }

  /// `苏州日东精密电子有限公司   救 今 24:00   意向 0  1/7 电话联系`
  private func head(_ context: Context) -> StyledText {
    let cells = CallCells(context)
    let why = row.map { StyledText(cells.why($0), style: cells.urgency(of: $0).dueStyle) }
    let facts = view.map { StyledText(CustomerFacts($0, context).intentAndStage) }
    return [StyledText(about.name, style: .strong), why, facts].compactMap { $0 }.joined(by: "   ")
      .wholeParts(in: context.frame.size.columns, partedBy: "   ")
  }

  /// The number without blanks once, for the mouse; and the others.
  private func numberLine(_ number: CustomerNumber, _ view: CustomerView, _ context: Context) -> String {
    let contact = view.contacts.first { $0.isMain } ?? view.contacts.first
    let who = contact.map { [$0.name, $0.title].filter { !$0.isEmpty }.joined(separator: " ") }
    let others = numbers.filter { $0 != number }.map(\.spoken).joined(separator: ", ")
    let switching = others.isEmpty ? nil : context.words("work.others", ["numbers": others])
    return [number.spoken, context.words["use.\(number.use.rawValue)"], who, switching].compactMap { $0 }
      .joined(separator: "  ")
  }

  /// - Returns: what is left below.
  @discardableResult
  private func draw(
    _ lines: [String], titled title: String, in rect: Rect, on canvas: inout Canvas
  ) -> Rect {
    Rule(title).draw(in: rect.line(0), on: &canvas)
    let wrapped = lines.flatMap { TextWrapping.lines(of: $0, columns: rect.columns, atMost: 3) }
    for (row, text) in wrapped.prefix(max(rect.rows - 1, 0)).enumerated() {
      canvas.put(text, in: rect.line(row + 1))
    }
    return rect.splitTop(wrapped.count + 1).rest
  }

  /// The last three, each with its outcome and what was said.
  private func notes(_ view: CustomerView, _ context: Context) -> [String] {
    let notes = view.timeline.filter { entry in
      if case .note(let note) = entry.kind { note.takenBackAt == nil } else { false }
    }.prefix(3)
    if notes.isEmpty { return [context.words["latest.none"]] }
    let words = TimelineWords(view, context)
    return notes.map { entry in
      let text = words.text(of: entry)
      return words.headline(of: entry) + (text.isEmpty ? "" : ": \(text.oneLine)")
    }
  }

  /// Why it is due, what was planned, tries of the number today by anyone, and what must not be called.
  private func known(_ view: CustomerView, _ context: Context) -> [String] {
    let words = CustomerLines(view, context)
    let tries = number.flatMap { view.tries[$0.collisionKey] } ?? 0
    let next = view.customer.next.map { context.wording.text(of: $0, at: context.now) }
    let kept = view.numbers.contains { $0.mark == .doNotCall } ? context.words["work.do_not_call"] : nil
    let tried = tries == 0 ? nil : context.words("work.tried_today", ["count": String(tries)])
    return [words.why, next, tried, kept, view.customer.remark.isEmpty ? nil : view.customer.remark.oneLine]
      .compactMap { $0 }
  }

  /// What "no answer" would plan, and who comes next.
  private func drawFooter(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    Rule().draw(in: rect.line(0), on: &canvas)
    if let line, let quick = waiting ?? Outcomes.rule(of: 1, context.policy),
      let moment = line.errand(quick, since: nil, context).entry.nextContact
    {
      canvas.put(
        context.words(
          "work.if_quick",
          [
            "outcome": context.wording.title(quick.title),
            "time": context.wording.short(moment, at: context.now),
          ]),
        in: rect.line(1))
    }
    let cells = CallCells(context)
    let next = next(context).prefix(3).map { "\($0.name.cut(to: 16)) \(cells.why($0))" }
    let text = next.isEmpty ? context.words["work.last_one"] : next.joined(separator: canvas.chrome.separator)
    let line = context.words("work.next", ["customers": text])
    canvas.put(line.wholeParts(in: rect.columns, partedBy: canvas.chrome.separator), in: rect.line(2))
  }
}

extension CustomerNumber {
  /// As it is drawn large: the digits in groups, an extension left to the line below.
  fileprivate var grouped: String { withoutExtension.filter { $0.isNumber || $0 == " " || $0 == "-" } }
}
