import Domain
import Services
import TerminalKit

/// What is done from the check.
extension CheckPane {
  // MARK: with the form

  /// Enters where nothing stands against it; else what was searched is put on record, and the hits are looked at.
  mutating func submit(_ context: Context) -> [Effect] {
    if isApplying { return apply(context) }
    guard isCurrent && !mayEnter && application == nil else { return enter(context) }
    leaveFields()
    return leaveReceipt(copying: false, context)
  }

  private mutating func ask(for fields: [CheckField], saying key: String, _ context: Context) -> [Effect] {
    let names = fields.map { context.words["check.field.\($0.rawValue)"] }.joined(separator: ", ")
    return enterFields(at: fields.first) + [.say(context.words(key, ["fields": names]))]
  }

  private mutating func enter(_ context: Context) -> [Effect] {
    guard form.hasTerms else { return [.say(context.words["check.nothing_typed"])] }
    let missing = form.missing(context.policy)
    guard missing.isEmpty else { return ask(for: missing, saying: "check.missing", context) }
    let errand = EnterErrand(form: form.customer, application: application)
    return begin(errand) { pane, id, context in
      pane.goOn(after: nil)
      let subject = Subject(id, name: errand.form.name)
      return [.open(CustomerPane(subject, among: [], me: context.session.person.id))]
    } else: { _, trouble, context in
      // Full: the swap is offered, as the sea does (R3.4).
      let newcomer = SwapNewcomer.entered(errand.form, application: errand.application)
      return newcomer.offer(after: trouble, context, then: CheckPane.swapEnded(context))
    }
  }

  private static func swapEnded(_ context: Context) -> SwapPane.Ending {
    { refusal in
      [
        later(context) { pane, _ in
          pane.goOn(after: refusal)
          return []
        }
      ]
    }
  }

  private mutating func leaveReceipt(copying: Bool, _ context: Context) -> [Effect] {
    if let receipt { return copying ? copied(receipt, context) : [] }
    let query = form.query
    return begin(CheckErrand(query: query, isCopied: copying)) { pane, receipt, _ in
      pane.take(receipt, of: query)
      return copying ? receipt.code.map { [.copy($0.text)] } ?? [] : []
    }
  }

  /// R5.6: whoever saw who has what he looked for leaves a receipt of it, once a check, though he goes on without a key.
  mutating func disappear(_ context: Context) -> [Effect] {
    guard let query = seen else { return [] }
    seen = nil
    let errand = run(CheckErrand(query: query, isSilent: true)) { pane, receipt, _ in
      pane.take(receipt, of: query)
      return []
    }
    return [errand]
  }

  private func copied(_ receipt: ReceiptCode, _ context: Context) -> [Effect] {
    [.copy(receipt.text), .say(context.words("report.receipt_copied", ["receipt": receipt.text]))]
  }

  mutating func copy(_ context: Context) -> [Effect] {
    if choice == .receipts { return item?.code.map { copied($0, context) } ?? [] }
    return leaveReceipt(copying: true, context)
  }

  /// What was typed for the check goes with it; only what is missing is asked for (R5.8).
  mutating func apply(_ context: Context) -> [Effect] {
    let missing = form.missingForApplication
    apply(!missing.isEmpty)
    guard missing.isEmpty else { return ask(for: missing, saying: "check.apply.missing", context) }
    return begin(ApplyErrand(entry: form.application)) { pane, _, _ in
      pane.leaveFields()
      pane.seen = nil
      return []
    }
  }

  // MARK: with a hit

  func pick() -> [Effect] { subject.map { picking($0) } ?? [] }

  private func open(_ customer: CustomerID) -> [Effect] {
    [
      ask(.customer(customer)) { _, view, context in
        let subject = Subject(customer, name: view.customer.name)
        return [.open(CustomerPane(subject, among: [], me: context.session.person.id))]
      }
    ]
  }

  /// R5.3: what was typed of it is in the line to its holder, to be sent or changed.
  func tellHolder() -> [Effect] {
    guard let hit, let subject, let holder = hit.holder else { return [] }
    let known = [.contact, .phone, .fax, .mobile].filter { $0 == .contact || form.holdsNumber($0) }
      .map { form[$0] }.filter { !$0.allSatisfy(\.isWhitespace) }
    let purpose = LinePurpose.tell(subject, holder: "\(holder.department) \(holder.name)")
    return [.open(LinePane(purpose, text: known.map { "\($0), " }.joined()))]
  }

  // MARK: with a line

  var dispute: Dispute? { item?.dispute }

  mutating func open(_ context: Context) -> [Effect] {
    if let dispute, !isInHits { return open(dispute.customer) }
    if choice == .receipts || choice == .tasks, let item { return goOn(with: item, context) }
    return hitCustomer.map { open($0) } ?? []
  }

  /// Goes on with it: the entry that was allowed, the customer that was given, the same check once more.
  private mutating func goOn(with item: CheckItem, _ context: Context) -> [Effect] {
    guard let application = item.application else {
      return item.receipt.map { takeUp(CheckForm($0), for: nil, context) } ?? []
    }
    if let customer = application.customer { return open(customer) }
    guard application.task(at: context.now)?.task == .enter else {
      return [.say(CheckItemWords(context).whatNext(application))]
    }
    return takeUp(CheckForm(application.entry), for: application.id, context)
  }

  mutating func sayYes(_ context: Context) -> [Effect] {
    switch choice {
    case .queue: allow()
    // It stays with its holder, and is protected again.
    case .judgements: dispute.map { begin(JudgeErrand(dispute: $0, judgement: .keep, remark: "")) } ?? []
    case .entry, .receipts, .tasks: enter(context)
    }
  }

  /// That the company may be entered, or that this customer is the one.
  private mutating func allow() -> [Effect] {
    guard let application = item?.application else { return [] }
    guard isInHits else { return begin(AnswerApplicationErrand(application, .enter)) }
    return hitCustomer.map { begin(AnswerApplicationErrand(application, .grant($0))) } ?? []
  }

  /// What one asked for oneself is withdrawn.
  mutating func sayNo() -> [Effect] {
    if let dispute { return [.showPrefix(.judge(dispute))] }
    guard let application = item?.application else { return [] }
    return choice == .tasks ? begin(WithdrawErrand(application: application)) : askWhy()
  }
}

extension CheckForm {
  /// "None" tells nothing.
  fileprivate func holdsNumber(_ field: CheckField) -> Bool { self[field].contains(where: \.isWholeNumber) }
}

extension Dispute {
  /// How it may be judged against its holder: handed over only to somebody else who has the other.
  var waysAgainst: [Judgement] {
    guard let twinHolder, twinHolder.id != holder?.id else { return [.merge] }
    return [.merge, .handOver]
  }
}
