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
    choice == .entry ? lookAgain() : [.ask(.shelf(choice))]
  }

  mutating func take(_ answer: Answer, to query: Query, _ context: Context) -> [Effect] {
    switch (query, answer) {
    case (.check(let asked), .check(let found)): return take(found, to: asked)
    case (.shelf(let choice), .shelf(let items)): return take(items, of: choice)
    case (.receipt, .receipt(let receipt)): take(receipt)
    case (.customer(let id, for: .swap), .customer(let view)):
      guard id == picking, let full else { return [] }
      (picking, self.full) = (nil, nil)
      return SwapNewcomer(view.customer).offer(
        held: full.held, capacity: full.capacity, over: .pane(.check), context)
    case (.axis(let id), .axis(let view)): axis = view.map { (id, $0) }
    case (.customer(let id, for: .whole), .customer(let view)) where id == wanted:
      wanted = nil
      let subject = Subject(id, name: view.customer.name)
      return [.open(CustomerPane(subject, among: [], me: context.session.person.id))]
    default: break
    }
    return []
  }

  mutating func unanswered(_ query: Query, _ context: Context) -> [Effect] {
    if case .check(pending) = query { loseAnswer() }
    return []
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
    return begin(.enter(form.customer, application: application, releasing: nil))
  }

  private mutating func leaveReceipt(copying: Bool, _ context: Context) -> [Effect] {
    if let receipt { return copying ? copied(receipt, context) : [] }
    return begin(.check(form.query, copying: copying))
  }

  private func copied(_ receipt: ReceiptCode, _ context: Context) -> [Effect] {
    [.copy(receipt.text), .say(context.words("report.receipt_copied", ["receipt": receipt.text]))]
  }

  /// What was typed for the check goes with it; only what is missing is asked for (R5.8).
  private mutating func apply(_ context: Context) -> [Effect] {
    let missing = form.missingForApplication
    isApplying = !missing.isEmpty
    guard missing.isEmpty else { return ask(for: missing, saying: "check.apply.missing", context) }
    return begin(.apply(form.application))
  }

  mutating func begin(_ deed: Deed) -> [Effect] {
    if isBusy { return [] }
    isBusy = true
    return [.act(deed), .outside(.discardTypeAhead)]
  }

  mutating func done(_ deed: Deed, _ receipt: Receipt, _ context: Context) -> [Effect] {
    switch (deed, receipt) {
    case (.enter(_, _, _?), .entered): clear()
    case (.enter(let customer, _, nil), .entered(let id)):
      guard isBusy else { return [] }
      isBusy = false
      clear()
      return [.open(CustomerPane(Subject(id, name: customer.name), among: [], me: context.session.person.id))]
    case (.check(let query, let copying), .checked(let receipt)):
      return take(receipt, of: query, copying: copying)
    case (.answerApplication, _), (.withdraw, _), (.judge, _): isBusy = false
    case (.apply, _):
      isBusy = false
      (isInFields, isApplying) = (false, false)
    default: break
    }
    return []
  }

  private mutating func take(
    _ receipt: Domain.Receipt, of query: CollisionQuery, copying: Bool
  ) -> [Effect] {
    isBusy = false
    guard query == form.query else { return [] }
    self.receipt = receipt.code
    return copying ? receipt.code.map { [.copy($0.text)] } ?? [] : []
  }

  /// What the transaction found is what counts: its hits are shown, with their receipt.
  mutating func failed(_ deed: Deed, _ trouble: Trouble, _ context: Context) -> [Effect] {
    if case .pick = deed { return offerSwap(trouble) }
    switch deed {
    case .enter, .check, .apply, .answerApplication, .withdraw, .judge: break
    default: return []
    }
    isBusy = false
    guard case .refused(let refusal) = trouble else { return [] }
    if case .libraryFull(let held, let capacity) = refusal, case .enter(let form, let application, nil) = deed
    {
      return SwapNewcomer.entered(form, application: application).offer(
        held: held, capacity: capacity, over: .pane(.check), context)
    }
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
    return []
  }

  /// Full: the swap is offered, as the sea does (R3.4).
  private mutating func offerSwap(_ trouble: Trouble) -> [Effect] {
    guard let picking, case .refused(.libraryFull(let held, let capacity)) = trouble else { return [] }
    full = (held, capacity)
    return [.ask(.customer(picking, for: .swap))]
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
    case .pick:
      picking = subject?.id
      return subject.map { [.act(.pick([$0])), .outside(.discardTypeAhead)] } ?? []
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
