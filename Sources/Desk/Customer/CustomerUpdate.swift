import Domain
import Services
import TerminalKit

extension CustomerPane {
  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  mutating func refresh(_ context: Context) -> [Effect] { [.ask(.customer(id, for: .whole))] }

  mutating func take(_ answer: Answer, to query: Query, _ context: Context) -> [Effect] {
    switch (query, answer) {
    case (.customer(id, for: .whole), .customer(let view)): take(view, context)
    case (.customer(id, for: .dial), .customer(let view)): return Dialling.call(view, context)
    case (.customer(id, for: .copy), .customer(let view)): return Dialling.copy(view, context)
    default: break
    }
    return []
  }

  mutating func settle(_ context: Context) {
    _ = list.scroll(toShow: CustomerLayout(context.frame).list.rows)
  }

  /// Full: the swap is offered, as the sea does (R3.4).
  mutating func failed(_ deed: Deed, _ trouble: Trouble, _ context: Context) -> [Effect] {
    guard case .pick = deed, case .refused(.libraryFull(let held, let capacity)) = trouble,
      let customer = view?.customer
    else { return [] }
    return SwapNewcomer(customer).offer(held: held, capacity: capacity, over: .card(id), context)
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
    case .dial: return whenRead(.dial) { Dialling.call($0, number: number, context) }
    case .copy: return whenRead(.copy) { Dialling.copy($0, number: number, context) }
    case .edit: return [.open(FormPane(subject))]
    case .write: return [.open(NotePane(subject))]
    case .callAgain: return [.open(PlanPane(subject))]
    case .release: return [.showPrefix(.release([subject]))]
    case .request: return request(for: subject, context)
    case .why: return [.open(WhyPane(subject))]
    case .pick: return [.act(.pick([subject])), .outside(.discardTypeAhead)]
    default: return [.unknownKey]
    }
  }

  /// More time with one's own. One of the sea that flowed back: who may takes it back from there for who had it last,
  /// who had it himself asks (R4.16, R4.18).
  private func request(for subject: Subject, _ context: Context) -> [Effect] {
    guard let view else { return [.say(context.words["list.loading"])] }
    if isMine { return [.showPrefix(.request(subject, RequestChoice.own(hasClock: view.standing != nil)))] }
    let isOwnLoss = view.holdings.first?.holder.id == context.session.person.id
    if context.session.allows(.takeBack) && !isOwnLoss { return [.act(.takeBackCustomer(subject))] }
    return [.showPrefix(.request(subject, [.takeBack]))]
  }

  /// A key that is quicker than the base acts as soon as the customer is there.
  private func whenRead(_ purpose: Query.Purpose, _ act: (CustomerView) -> [Effect]) -> [Effect] {
    view.map(act) ?? [.ask(.customer(id, for: purpose))]
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
