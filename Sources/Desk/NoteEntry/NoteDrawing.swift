import Domain
import Services
import TerminalKit

extension NotePane {
  func title(_ context: Context) -> String {
    context.words("customer.title", ["name": about.name, "code": about.id.code])
  }

  func status(_ context: Context) -> String {
    view?.holder.map { context.words("customer.held_by", ["name": $0.name]) } ?? ""
  }

  func choices(_ context: Context) -> [Choice] {
    if isChoosingPhrase, let texts { return texts.choices(in: context.frame.size.columns) }
    return Outcomes.choices(context, inForce: form.outcome)
  }

  func advice(_ context: Context) -> String {
    if isChoosingPhrase { return context.words[texts == nil ? "list.loading" : "note.phrases"] }
    if form.focus == .next, let warning = form.next.warning(due: outlook(context)?.due, context) {
      return warning
    }
    if form.focus == .intent, let level = context.policy.intent(form.intent ?? view?.customer.intent ?? "") {
      if let criteria = level.criteria {
        return "\(level.level) \(context.wording.title(level.title)): \(context.wording.title(criteria))"
      }
    }
    // R6.1: what is agreed is an outcome; the word alone is lost beside another.
    if form.next.isAgreed(context), let outcome = form.outcome, outcome != .appointment {
      return context.words["note.agreed_by_outcome"]
    }
    if form.outcome != nil { return context.words["note.advice"] }
    return context.words[form.focus == .outcome ? "note.choose_outcome" : "note.outcome_later"]
  }

  /// Where Tab stays in the field, its hint says what it does there (W13).
  func hints(_ context: Context) -> [Hint] {
    let hints = Self.keymap.hints(in: self) { context.words[$0] }.filter {
      !context.session.manner.isRestricted || $0.key != Key.control("o").label
    }
    guard form.focus == .next, let workday = form.next.offRestDay(context) else { return hints }
    return hints.map { hint in
      guard hint.key == Key.tab.label else { return hint }
      return Hint(key: hint.key, text: context.words("hint.to_workday", ["workday": workday]))
    }
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = NoteLayout(context)
    let number = view?.numbers.first { $0.dialled == form.number }
    if let view { CustomerHead(view, number: number, context).draw(in: layout.head, on: &canvas) }
    drawRule(in: layout.rule, on: &canvas, context)
    canvas.put(context.words["note.text"], in: layout.label)
    let isInText = form.focus == .text || isChoosingPhrase
    NoteForm.textArea(context).draw(form.text, hasFocus: isInText, in: layout.text, on: &canvas)
    if isChoosingPhrase {
      texts?.drawPhrases(in: layout.fields, on: &canvas)
      return
    }
    drawFields(in: layout.fields, on: &canvas, context)
    drawHistory(in: layout.history, on: &canvas, context)
    if form.focus == .outcome { canvas.caret = caretOnOutcome(frame, context) }
  }

  /// On the outcome in force, else at the start of the row of outcomes.
  private func caretOnOutcome(_ frame: Frame, _ context: Context) -> Position {
    let before = choices(context).prefix { !$0.isInForce }
    let isChosen = before.count < choices(context).count
    let columns = before.reduce(0) { $0 + TextWidth.of($1.text) + 1 }
    return Position(row: frame.choices.row, column: isChosen ? min(columns, frame.size.columns - 1) : 0)
  }

  private func drawRule(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    var parts = [context.words["note.title"]]
    if let since = form.calledAt {
      parts.append(context.words("note.call_since", ["time": context.wording.clock(since)]))
    }
    if let outcome = form.outcome, let rule = context.policy.notes.outcome(outcome) {
      parts.append(context.words[rule.isEffectiveCall ? "note.effective" : "note.not_effective"])
    }
    if form.text.room < NoteForm.littleRoom {
      // As many as are surely left: a Chinese character has three bytes.
      parts.append(context.words("note.room", ["count": String(form.text.room / 3)]))
    }
    let key = isInFile ? "note.kept_in_file" : "note.kept"
    let saved = kept.map { context.words(key, ["time": context.wording.clock($0.at)]) } ?? ""
    Rule(parts.joined(separator: "  "), trailing: saved).draw(in: rect, on: &canvas)
  }

  // MARK: fields

  private func drawFields(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    drawNext(in: rect.line(0), on: &canvas, context)
    drawChoice(.intent, form.intent, intentRemark(context), in: rect.line(1), on: &canvas, context)
    drawChoice(.stage, stageText(context), stageRemark(context), in: rect.line(2), on: &canvas, context)
    drawText(.met, "note.met", form.met, metRemark(context), in: rect.line(3), on: &canvas, context)
    drawKind(in: rect.line(4), on: &canvas, context)
    if form.kind == .visit {
      let remark = context.words["note.place.remark"]
      drawText(.place, "note.place", form.place, remark, in: rect.line(5), on: &canvas, context)
    } else if NoteLayout(context).history.rows < NoteLayout.fewestHistoryRows {
      drawScript(in: rect.line(5), on: &canvas, context)
    }
    drawLines(in: rect.splitBottom(2).bottom, on: &canvas, context)
  }

  private func drawNext(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let parts = field("note.next", in: rect, on: &canvas, context)
    TextField().draw(form.next.buffer, hasFocus: form.focus == .next, in: parts.left, on: &canvas)
    let remark =
      droppedAppointment(context)
      ?? form.next.remark(due: outlook(context)?.due, present: view?.standing?.effectiveDue, context)
    canvas.put(remark, in: parts.rest)
  }

  private var agreed: Instant? { view?.customer.nextContact }

  /// A note says what comes next: left empty, what was agreed before is off.
  private func droppedAppointment(_ context: Context) -> StyledText? {
    guard form.next.isEmpty, let agreed, agreed > context.now else { return nil }
    let moment = context.wording.moment(agreed, at: context.now)
    return StyledText(context.words("note.next.dropped", ["moment": moment]))
  }

  private func drawText(
    _ field: NoteField, _ label: String, _ buffer: EditBuffer, _ remark: String, in rect: Rect,
    on canvas: inout Canvas, _ context: Context
  ) {
    let parts = self.field(label, in: rect, on: &canvas, context)
    TextField().draw(buffer, hasFocus: form.focus == field, in: parts.left, on: &canvas)
    canvas.put(remark, in: parts.rest)
  }

  private func drawChoice(
    _ field: NoteField, _ text: String?, _ remark: String, in rect: Rect, on canvas: inout Canvas,
    _ context: Context
  ) {
    let label = field == .intent ? "note.intent" : "note.stage"
    let parts = self.field(label, in: rect, on: &canvas, context)
    canvas.put(text ?? context.words["note.unchanged"], in: parts.left, style: text == nil ? .muted : .strong)
    canvas.put(remark, in: parts.rest)
    if form.focus == field { canvas.caret = parts.left.origin }
  }

  private func drawKind(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let columns = NoteLayout.labelColumns(context)
    canvas.put(context.words["note.kind"], in: rect.splitLeft(columns).left)
    let line = rect.splitLeft(columns).rest
    let choices = NoteKind.allCases.enumerated().map { index, kind in
      let name = context.policy.notes.kinds[kind].map { context.wording.title($0) } ?? kind.rawValue
      return Choice("\(index + 1)\(name)", isInForce: kind == form.kind)
    }
    ChoiceRow(choices, trailing: StyledText(form.number ?? "")).draw(in: line, on: &canvas)
    if form.focus == .kind { canvas.caret = line.origin }
  }

  /// The label at the left, 26 columns for the value, the rest for a remark.
  private func field(
    _ label: String, in rect: Rect, on canvas: inout Canvas, _ context: Context
  ) -> (left: Rect, rest: Rect) {
    let parts = rect.splitLeft(NoteLayout.labelColumns(context))
    canvas.put(context.words[label], in: parts.left)
    let value = parts.rest.splitLeft(22)
    return (value.left, value.rest.splitLeft(1).rest)
  }

  /// What the clocks become, and what was said last.
  private func drawLines(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let columns = NoteLayout.labelColumns(context)
    let after = [cancelled(context), outlook(context)?.text ?? ""].filter { !$0.isEmpty }
      .joined(separator: "  ")
    let last = view.map { CustomerLines($0, context).lastNote } ?? ""
    for (row, (label, text)) in [("note.after", after), ("note.last", last)].enumerated() {
      let parts = rect.line(row).splitLeft(columns)
      canvas.put(context.words[label], in: parts.left)
      canvas.put(text, in: parts.rest)
    }
  }

  /// The appointment that saving would put an end to.
  private func cancelled(_ context: Context) -> String {
    guard let agreed, agreed > context.now else { return "" }
    let next = form.next.moment(context)
    if next == nil && !form.next.isEmpty || next.map({ $0.seconds / 60 }) == agreed.seconds / 60 { return "" }
    return context.words("note.cancels", ["time": context.wording.short(agreed, at: context.now)])
  }

  private var scriptStage: Int? { form.stage ?? view?.customer.stage }

  /// Where there is no room for more, how the script of the stage begins.
  private func drawScript(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    guard let lines = scriptStage.flatMap({ texts?.script(of: $0, context) }), !lines.isEmpty else { return }
    let parts = rect.splitLeft(NoteLayout.labelColumns(context))
    canvas.put(context.words["note.script"], in: parts.left)
    canvas.put(lines.joined(separator: "  ").cut(to: parts.rest.columns), in: parts.rest, style: .muted)
  }

  /// What was before, and beside it what to say at this stage, as far as there is room.
  private func drawHistory(in area: Rect, on canvas: inout Canvas, _ context: Context) {
    guard let view, area.rows >= NoteLayout.fewestHistoryRows else { return }
    let script = scriptStage.flatMap { ScriptView(texts, stage: $0, context) }
    let halves = area.splitLeft(script == nil ? area.columns : area.columns / 2)
    script?.draw(in: halves.rest.splitTop(1).rest, on: &canvas)
    let rect = script == nil ? area : halves.left.splitRight(1).rest
    let words = TimelineWords(view, context)
    Rule(context.words["aside.latest"]).draw(in: rect.line(1), on: &canvas)
    for (row, entry) in view.timeline.prefix(rect.rows - 2).enumerated() {
      let date = ClockWords(context).date(entry.at)
      let who = entry.who?.name ?? context.words["system"]
      canvas.put("\(date) \(words.kind(entry)) \(who) \(words.line(of: entry))", in: rect.line(row + 2))
    }
  }

  private func outlook(_ context: Context) -> NoteOutlook? {
    guard let view, let outcome = form.outcome else { return nil }
    return NoteOutlook(view, form.entry(outcome, context), context)
  }

  // MARK: remarks

  private func intentRemark(_ context: Context) -> String {
    let levels = context.policy.intents.map(\.level).joined(separator: " ")
    let present = view?.customer.intent ?? ""
    guard let intent = form.intent else {
      return context.words("note.intent.present", ["present": present, "levels": levels])
    }
    guard let rhythm = context.policy.intent(intent)?.rhythmDays else {
      return context.words("note.intent.no_rhythm", ["present": present])
    }
    return context.words("note.intent.rhythm", ["present": present, "days": String(rhythm)])
  }

  private func stageText(_ context: Context) -> String? {
    form.stage.map { "\($0) \(Stages.title($0, context))" }
  }

  private func stageRemark(_ context: Context) -> String {
    let present = view.map { "\($0.customer.stage) \(Stages.title($0.customer.stage, context))" } ?? ""
    return context.words(
      "note.stage.present", ["present": present, "last": String(context.policy.stages.count)])
  }

  private func metRemark(_ context: Context) -> String {
    let names = view?.contacts.map(\.name).filter { !$0.isEmpty } ?? []
    return names.isEmpty ? "" : context.words("note.met.known", ["names": names.joined(separator: ", ")])
  }
}
