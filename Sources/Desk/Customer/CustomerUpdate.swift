import Domain
import Services
import TerminalKit

extension CustomerPane {
  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] {
    [ask(.customer(id)) { [id] in if id == $0.id { $0.take($1) } }]
  }

  mutating func settle(_ context: Context) {
    _ = list.scroll(toShow: CustomerLayout(context.frame).list.rows)
  }

  // MARK: commands

  mutating func perform(_ command: Command, _ context: Context) -> [Effect] {
    if list.perform(command, height: CustomerLayout(context.frame).list.rows) { return [] }
    switch command {
    case .next: return turn(1, context)
    case .previous: return turn(-1, context)
    case .nextItem: show(neighbourTab(1))
    case .previousItem: show(neighbourTab(-1))
    case .switchHalf: switchNumber(1)
    case .switchHalfBack: switchNumber(-1)
    default: return act(command, context)
    }
    return []
  }

  private func act(_ command: Command, _ context: Context) -> [Effect] {
    guard let subject else { return [] }
    switch command {
    // A key that is quicker than the base acts as soon as the customer is there.
    case .dial: return view.map { Dialling.call($0, number: number, context) } ?? [.run(Job.dialling(id))]
    case .copy: return view.map { Dialling.copy($0, number: number, context) } ?? [.run(Job.copying(id))]
    case .edit: return [.open(FormPane(subject))]
    case .write: return [.open(NotePane(subject))]
    case .callAgain: return [.open(PlanPane(subject))]
    case .release: return [.showPrefix(.release([subject]))]
    case .request: return request(for: subject, context)
    case .why: return [.open(WhyPane(subject))]
    case .pick: return [pick(subject), .outside(.discardTypeAhead)]
    default: return [.unknownKey]
    }
  }

  /// More time with one's own. One of the sea that flowed back: who may takes it back from there for who had it last,
  /// who had it himself asks (R4.16, R4.18).
  private func request(for subject: Subject, _ context: Context) -> [Effect] {
    guard let view else { return [.say(context.words["list.loading"])] }
    if isMine { return [.showPrefix(.request(subject, RequestChoice.own(hasClock: view.standing != nil)))] }
    let isOwnLoss = view.holdings.first?.holder.id == context.session.person.id
    if context.session.allows(.takeBack) && !isOwnLoss { return [.run(TakeBackErrand(subject: subject))] }
    return [.showPrefix(.request(subject, [.takeBack]))]
  }

  /// Full: the swap is offered, as the sea does (R3.4), while one still looks at that customer.
  private func pick(_ subject: Subject) -> Effect {
    run(PickErrand(subject)) { _, _, _ in
      []
    } else: { pane, trouble, context in
      guard pane.subject == subject, let customer = pane.view?.customer else { return [] }
      return SwapNewcomer(customer).offer(after: trouble, context)
    }
  }

  private mutating func turn(_ step: Int, _ context: Context) -> [Effect] {
    guard let next = neighbour(step) else { return [.say(context.words["customer.no_neighbour"])] }
    turn(to: next)
    return refresh(context)
  }

  private func neighbourTab(_ step: Int) -> CustomerTab {
    let all = CustomerTab.allCases
    let place = (all.firstIndex(of: tab) ?? 0) + step
    return all[(place + all.count) % all.count]
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    guard let tab = CustomerTab(rawValue: digit) else { return [.unknownKey] }
    show(tab)
    return []
  }
}
