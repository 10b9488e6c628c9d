import Domain
import Services
import TerminalKit

extension CheckPane {
  /// Support, which enters nobody, looks at what waits for it.
  mutating func appear(_ context: Context) -> [Effect] {
    let isFirst = !hasAppeared
    hasAppeared = true
    let answers = context.session.allows(.answerApplication) && !context.session.allows(.enter)
    if isFirst && answers && form.isEmpty { return show(.queue) }
    return shown == nil ? search() + refresh(context) : refresh(context)
  }

  mutating func refresh(_ context: Context) -> [Effect] {
    choice == .entry ? lookAgain() : [askForItems]
  }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    switch timer {
    case .slow: isSlow = pending != nil
    case .detail: return choice == .entry ? askAxis() : readItem()
    default: break
    }
    return []
  }

  mutating func settle(_ context: Context) {
    let layout = CheckLayout(self, context)
    _ = hits.scroll(toShow: layout.hitRows)
    _ = list.scroll(toShow: layout.listRows)
  }

  // MARK: the fields

  var isTyping: Bool { isInFields || refusing != nil }
  var isFiltering: Bool { refusing != nil }

  mutating func type(_ event: InputEvent, _ context: Context) -> [Effect] {
    if refusing != nil { return typeReason(event, context) }
    switch event {
    case .key(.escape), .key(.control("c")): leaveFields()
    case .key(.enter): return submit(context)
    default:
      if case .edited = form.handle(event) { return search() }
    }
    return []
  }

  private mutating func leaveFields() {
    (isInFields, isApplying) = (false, false)
  }

  /// Enters where nothing stands against it; else what was searched is put on record, and the hits are looked at.
  private mutating func submit(_ context: Context) -> [Effect] {
    if isApplying { return apply(context) }
    if isCurrent && !mayEnter && application == nil {
      isInFields = false
      return leaveReceipt(copying: false, context)
    }
    return enter(context)
  }

  private mutating func ask(for fields: [CheckField], saying key: String, _ context: Context) -> [Effect] {
    isInFields = true
    if let first = fields.first { form.focus(on: first) }
    let names = fields.map { context.words["check.field.\($0.rawValue)"] }.joined(separator: ", ")
    return [.say(context.words(key, ["fields": names]))]
  }

  // MARK: acts

  mutating func enter(_ context: Context) -> [Effect] {
    guard form.hasTerms else { return [.say(context.words["check.nothing_typed"])] }
    let missing = form.missing(context.policy)
    guard missing.isEmpty else { return ask(for: missing, saying: "check.missing", context) }
    let errand = EnterErrand(form: form.customer, application: application)
    return begin(errand) { pane, id, context in
      pane.clear()
      let subject = Subject(id, name: errand.form.name)
      return [.open(CustomerPane(subject, among: [], me: context.session.person.id))]
    } else: { _, trouble, context in
      // Full: the swap is offered, as the sea does (R3.4).
      let newcomer = SwapNewcomer.entered(errand.form, application: errand.application)
      return newcomer.offer(after: trouble, context, then: CheckPane.swapEnded(context))
    }
  }

  private mutating func leaveReceipt(copying: Bool, _ context: Context) -> [Effect] {
    if let receipt { return copying ? copied(receipt, context) : [] }
    let query = form.query
    return begin(CheckErrand(query: query, isCopied: copying)) { pane, receipt, _ in
      guard query == pane.form.query else { return [] }
      pane.receipt = receipt.code
      return copying ? receipt.code.map { [.copy($0.text)] } ?? [] : []
    }
  }

  private func copied(_ receipt: ReceiptCode, _ context: Context) -> [Effect] {
    [.copy(receipt.text), .say(context.words("report.receipt_copied", ["receipt": receipt.text]))]
  }

  /// What was typed for the check goes with it; only what is missing is asked for (R5.8).
  private mutating func apply(_ context: Context) -> [Effect] {
    let missing = form.missingForApplication
    isApplying = !missing.isEmpty
    guard missing.isEmpty else { return ask(for: missing, saying: "check.apply.missing", context) }
    return begin(ApplyErrand(entry: form.application)) { pane, _, _ in
      (pane.isInFields, pane.isApplying) = (false, false)
      return []
    }
  }

  /// A further key waits for what comes of it.
  mutating func begin<E: Errand>(
    _ errand: E,
    then done: @escaping @Sendable (inout CheckPane, E.Outcome, Context) -> [Effect] = { _, _, _ in [] },
    else failed: @escaping @Sendable (inout CheckPane, Trouble, Context) -> [Effect] = { _, _, _ in [] }
  ) -> [Effect] {
    if isBusy { return [] }
    isBusy = true
    let errand = run(errand) { pane, outcome, context in
      pane.isBusy = false
      return done(&pane, outcome, context)
    } else: { pane, trouble, context in
      pane.isBusy = false
      if case .refused(let refusal) = trouble { pane.goOn(after: refusal) }
      return failed(&pane, trouble, context)
    }
    return [errand, .outside(.discardTypeAhead)]
  }

  private static func swapEnded(_ context: Context) -> SwapPane.Ending {
    { refusal in
      [
        later(context) { pane, _ in
          if let refusal { pane.goOn(after: refusal) } else { pane.clear() }
          return []
        }
      ]
    }
  }

  /// What the transaction found is what counts: its hits are shown, with their receipt.
  private mutating func goOn(after refusal: Refusal) {
    switch refusal {
    case .collision(let receipt):
      self.receipt = receipt.code
      isInFields = false
    case .invalidField(let name, _):
      if let field = CheckField(refused: name) {
        isInFields = true
        form.focus(on: field)
      }
    default: break
    }
  }

  private func pick(_ subject: Subject) -> Effect {
    run(PickErrand(subject)) { _, _, _ in
      []
    } else: { pane, trouble, _ in
      guard case .refused(.libraryFull) = trouble else { return [] }
      return [
        pane.ask(.customer(subject.id)) { _, view, context in
          SwapNewcomer(view.customer).offer(after: trouble, context)
        }
      ]
    }
  }

  // MARK: the hits

  mutating func perform(_ command: Command, _ context: Context) -> [Effect] {
    if move(command, context) { return [.after(80, .detail)] }
    switch command {
    case .nextItem: return show(neighbour(1, context))
    case .previousItem: return show(neighbour(-1, context))
    case .switchHalf, .switchHalfBack: isInHits.toggle()
    case .edit: isInFields = true
    case .why: isExplaining.toggle()
    case .yes: return sayYes(context)
    case .write: return tellHolder()
    case .no: return sayNo(context)
    case .request: return apply(context)
    case .copy:
      if choice == .receipts { return item?.code.map { copied($0, context) } ?? [] }
      return leaveReceipt(copying: true, context)
    case .pick: return subject.map { [pick($0), .outside(.discardTypeAhead)] } ?? []
    case .open:
      if let dispute, !isInHits { return open(dispute.customer) }
      if choice == .receipts || choice == .tasks, let item { return goOn(with: item, context) }
      return hitCustomer.map { open($0) } ?? []
    default: return [.unknownKey]
    }
    return []
  }

  private mutating func move(_ command: Command, _ context: Context) -> Bool {
    let layout = CheckLayout(self, context)
    let step: Command = command == .next ? .down : command == .previous ? .up : command
    if isInHits { return hits.perform(step, height: layout.hitRows) }
    return list.perform(step, height: layout.listRows)
  }

  private func neighbour(_ step: Int, _ context: Context) -> CheckChoice {
    let all = CheckChoice.all(context)
    let place = (all.firstIndex(of: choice) ?? 0) + step
    return all[(place + all.count) % all.count]
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    guard let choice = CheckChoice(rawValue: digit), CheckChoice.all(context).contains(choice) else {
      return [.unknownKey]
    }
    return show(choice)
  }

  mutating func escape(_ context: Context) -> [Effect]? {
    guard isExplaining else { return nil }
    isExplaining = false
    return []
  }
}

extension CheckField {
  /// The field an act names when it refuses what is written there.
  init?(refused name: String) {
    switch name {
    case "landline", "landline_or_mobile": self = .phone
    default: self.init(rawValue: name)
    }
  }
}
