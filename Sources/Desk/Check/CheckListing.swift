import Domain
import Services
import TerminalKit

/// The lists of the check: what one left and applied for, and what support has to answer.
extension CheckPane {
  var item: CheckItem? {
    guard choice != .entry, let index = list.selection, items.indices.contains(index) else { return nil }
    return items[index]
  }

  /// What was found when the selected line was checked, once it is read.
  var then: [KeptHit] {
    guard choice != .tasks, let kept, kept.code == item?.code else { return [] }
    return kept.hits
  }

  /// The customers of the hits in the lower half.
  var customers: [CustomerID?] {
    choice == .entry ? (found?.hits ?? []).map(\.customer) : then.map(\.customer)
  }

  mutating func show(_ choice: CheckChoice) -> [Effect] {
    self.choice = choice
    (isInFields, isInHits, isExplaining) = (choice == .entry, choice == .entry, false)
    (items, list) = ([], ListState())
    countHits()
    return choice == .entry ? lookAgain() : [askForItems]
  }

  var askForItems: Effect {
    let choice = choice
    return ask(.shelf(choice)) { pane, items, _ in pane.take(items, of: choice) }
  }

  private mutating func take(_ items: [CheckItem], of choice: CheckChoice) -> [Effect] {
    guard choice == self.choice else { return [] }
    self.items = items
    list.update(rows: Array(items.indices))
    return readItem()
  }

  /// The hits below are those of the selected line.
  mutating func readItem() -> [Effect] {
    countHits()
    guard choice != .tasks, let code = item?.code, kept?.code != code else { return [] }
    return [ask(.receipt(code)) { $0.take($1) }]
  }

  private mutating func take(_ receipt: KeptReceipt) {
    kept = receipt
    countHits()
  }

  mutating func countHits() { hits = ListState(rows: Array(customers.indices)) }

  // MARK: what is done with a line

  /// Goes on with it: the entry that was allowed, the customer that was given, the same check once more.
  mutating func goOn(with item: CheckItem, _ context: Context) -> [Effect] {
    if let application = item.application {
      if let customer = application.customer { return open(customer) }
      guard application.task(at: context.now)?.task == .enter else {
        return [.say(CheckItemWords(context).whatNext(application))]
      }
      form = CheckForm(application.entry)
      self.application = application.id
    } else if let receipt = item.receipt {
      form = CheckForm(receipt)
    }
    return show(.entry) + search()
  }

  mutating func sayYes(_ context: Context) -> [Effect] {
    switch choice {
    case .queue: answer(context)
    case .judgements: keep()
    case .entry, .receipts, .tasks: enter(context)
    }
  }

  private mutating func answer(_ context: Context) -> [Effect] {
    guard let application = item?.application else { return [] }
    if isInHits {
      guard let customer = hitCustomer else { return [] }
      return begin(AnswerApplicationErrand(application, .grant(customer)))
    }
    return begin(AnswerApplicationErrand(application, .enter))
  }

  /// What one asked for oneself is withdrawn; what others asked for is refused, and support says why.
  mutating func sayNo(_ context: Context) -> [Effect] {
    if let dispute { return [.showPrefix(.judge(dispute))] }
    guard let application = item?.application else { return [] }
    if choice == .tasks { return begin(WithdrawErrand(application: application)) }
    var field = FilterField()
    field.open()
    refusing = field
    return []
  }

  mutating func typeReason(_ event: InputEvent, _ context: Context) -> [Effect] {
    guard var field = refusing, let application = item?.application else { return [] }
    let isSent = event == .key(.enter)
    if isSent && field.text.allSatisfy(\.isWhitespace) { return [.say(context.words["check.refuse.why"])] }
    _ = field.type(event)
    refusing = field.isOpen ? field : nil
    guard isSent else { return [] }
    return begin(AnswerApplicationErrand(application, .refuse(reason: field.text)))
  }

  func open(_ customer: CustomerID) -> [Effect] {
    [
      ask(.customer(customer)) { _, view, context in
        let subject = Subject(customer, name: view.customer.name)
        return [.open(CustomerPane(subject, among: [], me: context.session.person.id))]
      }
    ]
  }
}
