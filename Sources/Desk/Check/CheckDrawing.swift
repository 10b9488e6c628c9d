import Domain
import Services
import TerminalKit

extension CheckPane {
  func title(_ context: Context) -> String { context.words["pane.check"] }

  func status(_ context: Context) -> String {
    if search.isSlow { return context.words["sea.searching"] }
    return receipt.map { context.words("check.receipt", ["receipt": $0.text]) } ?? ""
  }

  func drawChoices(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    guard let refusing else { return ChoiceRow(choices(context)).draw(in: rect, on: &canvas) }
    refusing.draw(
      in: rect, on: &canvas, prompt: context.words["check.refuse.prompt"],
      advice: context.words["check.refuse.advice"])
  }

  func advice(_ context: Context) -> String {
    if choice != .entry { return listAdvice(context) }
    if application != nil { return context.words["check.advice.application"] }
    if isApplying { return context.words["check.apply.advice"] }
    if !isInFields { return hitAdvice(context) }
    if form.isEmpty, let name = earlier?.form[.name], !name.isEmpty {
      return context.words("check.advice.earlier", ["name": name.cut(to: 20)])
    }
    guard isCurrent, let found = search.found else { return context.words["check.advice"] }
    let missing = form.missing(context.policy)
    guard mayEnter else { return CheckWords(context).conclusion(found) }
    if missing.isEmpty { return context.words("check.may_enter", ["count": String(found.count)]) }
    let names = missing.map { context.words["check.field.\($0.rawValue)"] }.joined(separator: ", ")
    return context.words("check.missing", ["fields": names])
  }

  private func hitAdvice(_ context: Context) -> String {
    guard let hit else {
      if let reason = mayEnter || search.found == nil ? nil : reason(against: .yes) {
        return reason.text(context.words)
      }
      return context.words[search.found == nil ? "check.advice.edit" : "check.advice.none"]
    }
    return CheckWords(context).advice(hit)
  }

  private func listAdvice(_ context: Context) -> String {
    guard let item else { return context.words[choice.empty] }
    if choice == .queue { return context.words[isInHits ? "check.advice.queue.hits" : "check.advice.queue"] }
    if item.dispute != nil {
      return context.words[isInHits ? "check.advice.judgements.hits" : "check.advice.judgements"]
    }
    guard let application = item.application else { return context.words["check.advice.receipts"] }
    return CheckItemWords(context).whatNext(application)
  }

  /// The few keys that are no text.
  func hints(_ context: Context) -> [Hint] {
    if refusing != nil {
      return [("Enter", "hint.send_refusal"), ("Esc", "hint.leave_refusal")].map {
        Hint(key: $0.0, text: context.words[$0.1])
      }
    }
    guard isInFields else { return hintsOfHits(context) }
    let enter = isApplying ? "hint.check.apply" : "hint.check.enter"
    return [("Enter", enter), ("Tab", "hint.next_field"), ("Esc", "hint.check.leave")].map {
      Hint(key: $0.0, text: context.words[$0.1])
    }
  }

  /// What the answers are called where they are no entry.
  private static let answers: [CheckChoice: [String: String]] = [
    .queue: ["+": "hint.allow"], .judgements: ["+": "hint.keep", "-": "hint.against"],
  ]

  /// What belongs to another of the lists is left out.
  private func hintsOfHits(_ context: Context) -> [Hint] {
    Self.keymap.hints(in: self) { context.words[$0] }.filter { hint in
      !hint.isDisabled || choice == .entry && !["-", "w", "Tab"].contains(hint.key)
    }.map { hint in
      guard let word = CheckPane.answers[choice]?[hint.key] else { return hint }
      return Hint(key: hint.key, text: context.words[word])
    }
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let layout = CheckLayout(self, context)
    if choice == .entry {
      drawForm(in: layout.top, on: &canvas, context)
    } else {
      drawList(in: layout.top, on: &canvas, context)
    }
    Rule().draw(in: layout.rule, on: &canvas)
    if choice == .tasks {
      drawTask(in: layout.hits, on: &canvas, context)
    } else if isExplaining, let hit {
      drawReasons(of: hit, in: layout.hits, on: &canvas, context)
    } else {
      drawHits(in: layout.hits, on: &canvas, context)
    }
    if let axis = shownAxis, !layout.axis.isEmpty {
      let words = AxisWords(axis, context)
      canvas.put(context.words("check.axis", ["line": words.line]), in: layout.axis.line(0))
      if axis.term != nil {
        canvas.put(words.bar(columns: layout.axis.columns, canvas.chrome), in: layout.axis.line(1))
      }
    }
    drawFooter(in: layout.footer, on: &canvas, context)
    if canvas.caret == nil { canvas.caret = layout.hits.origin }
  }

  // MARK: the form

  private func drawForm(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let half = rect.columns / 2
    draw(.name, in: rect.line(0), on: &canvas, context)
    drawReading(in: rect.line(1), on: &canvas, context)
    draw(.phone, in: rect.line(2).splitLeft(half).left, on: &canvas, context)
    draw(.fax, in: rect.line(2).splitLeft(half).rest, on: &canvas, context)
    draw(.address, in: rect.line(3), on: &canvas, context)
    let third = rect.columns / 3
    let parts = rect.line(4).splitLeft(third)
    draw(.mobile, in: parts.left, on: &canvas, context)
    draw(.contact, in: parts.rest.splitLeft(third - 4).left, on: &canvas, context)
    draw(.remark, in: parts.rest.splitLeft(third - 4).rest, on: &canvas, context)
    drawConclusion(in: rect.line(5), on: &canvas, context)
  }

  private func draw(_ field: CheckField, in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let label = context.words["check.field.\(field.rawValue)"]
    let isFirst = rect.column == 0
    let columns = isFirst ? CheckLayout.labelColumns(context) : TextWidth.of(label) + 2
    let parts = rect.splitRight(1).rest.splitLeft(columns)
    canvas.put(label, in: parts.left, style: .muted)
    TextField(placeholder: placeholder(field, context)).draw(
      form.buffer(field), hasFocus: isInFields && form.focus == field, in: parts.rest, on: &canvas)
  }

  private func placeholder(_ field: CheckField, _ context: Context) -> String {
    let missing = isApplying ? form.missingForApplication : form.hasTerms ? form.missing(context.policy) : []
    guard missing.contains(field) else { return "" }
    let mayBeNone = field == .phone || field == .fax
    return context.words[mayBeNone ? "check.required.or_none" : "check.required"]
  }

  /// `苏州 | 日东 | 精密电子 | 有限公司      按「日东精密电子」查, 拼音 rdjmdz`
  private func drawReading(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    guard let name = search.found?.name, !form[.name].isEmpty else { return }
    let line = rect.splitLeft(CheckLayout.labelColumns(context)).rest
    let key =
      name.saysNothing
      ? ""
      : context.words(
        name.isWeak ? "check.key.weak" : "check.key",
        ["key": name.key, "initials": search.found?.initials ?? ""])
    let parts = [name.division, name.tradeName, name.industry, name.form, name.branch].filter { !$0.isEmpty }
    Headline(
      left: StyledText(parts.joined(separator: canvas.chrome.separator)),
      right: StyledText(key, style: .muted)
    )
    .draw(in: line, on: &canvas)
  }

  private func drawConclusion(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let parts = rect.splitLeft(CheckLayout.labelColumns(context))
    canvas.put(context.words["check.verdict"], in: parts.left, style: .muted)
    guard let found = search.found else { return }
    Headline(
      left: CheckWords(context).styledConclusion(found),
      right: StyledText(context.words("check.counted", ["count": String(found.count)]))
    ).draw(in: parts.rest, on: &canvas)
  }

  // MARK: the hits

  private func drawHits(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    if hits.isEmpty { return }
    let words = CheckWords(context)
    let cells = choice == .entry ? (search.found?.hits ?? []).map(words.cells) : lines.hits.map(words.cells)
    let table = Table(columns: words.columns(for: cells.compactMap(\.first)), nameColumn: 1)
    table.draw(hits.visibleRows(height: table.rowCount(in: rect)), in: rect, on: &canvas) { index in
      let isSelected = isInHits && !isInFields && index == hits.selectedIndex
      return TableRow(cells[index], gutter: Gutter(isSelected: isSelected))
    }
  }

  private func drawList(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let words = CheckItemWords(context)
    let table = Table(columns: words.columns(choice))
    let list = lines.list
    table.draw(list.visibleRows(height: table.rowCount(in: rect)), in: rect, on: &canvas) { index in
      words.row(lines[index], in: choice, isSelected: !isInHits && index == list.selectedIndex)
    }
  }

  private func drawTask(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    guard let item else { return }
    for (row, line) in CheckItemWords(context).lines(item).prefix(rect.rows).enumerated() {
      canvas.put(line, in: rect.line(row))
    }
  }

  /// All there is to say of a hit.
  private func drawReasons(
    of hit: CollisionHit, in rect: Rect, on canvas: inout Canvas, _ context: Context
  ) {
    let lines = CheckWords(context).reasons(hit)
      .flatMap { TextWrapping.lines(of: $0, columns: rect.columns, atMost: rect.rows) }
    for (row, line) in lines.prefix(rect.rows).enumerated() {
      canvas.put(line, in: rect.line(row), style: row == 0 ? .strong : .plain)
    }
  }

  private func drawFooter(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
    let words = CheckWords(context)
    let columns = CheckLayout.labelColumns(context)
    var texts = [
      ("check.why", hit.map(words.why) ?? ""),
      (
        "check.next",
        choice == .entry ? search.found.map { ways($0, words, canvas.chrome, context) } ?? "" : ""
      ),
    ]
    if choice == .queue, let asked = item?.application?.entry {
      texts = [
        ("check.field.remark", asked.remark), ("check.about", CheckItemWords(context).numbers(asked)),
      ]
    }
    if let dispute {
      let words = DisputeWords(context)
      texts = [
        ("check.dispute.matched", dispute.matched), ("check.dispute.since", words.record(dispute)),
      ]
    }
    for (row, (label, text)) in texts.enumerated() where !text.isEmpty {
      let parts = rect.line(row).splitLeft(columns)
      canvas.put(context.words[label], in: parts.left, style: .muted)
      canvas.put(text, in: parts.rest)
    }
  }

  /// What may be done now: `p 挑入昆山日东 | r 申请 (4 项已带好, 补地址即可) | e 改了再查`
  private func ways(_ found: CheckFound, _ words: CheckWords, _ chrome: Chrome, _ context: Context) -> String
  {
    var ways: [String] = []
    if let hit, hit.verdict == .mayPick {
      ways.append(context.words("check.next.pick", ["customer": hit.name.cut(to: 24)]))
    }
    if self.reason(against: .yes) == nil { ways.append(context.words["check.next.enter"]) }
    if self.reason(against: .request) == nil { ways.append(words.application(form)) }
    if !found.hits.isEmpty { ways.append(context.words["check.next.edit"]) }
    return ways.joined(separator: chrome.separator)
  }
}
