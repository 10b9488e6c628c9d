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
    case .write: return [.open(NotePane(subject))]
    case .callAgain: return [.open(PlanPane(subject))]
    case .release: return [.showPrefix(.release([subject]))]
    case .request: return [.showPrefix(.request(subject, isMine ? [.extension] : [.takeBack]))]
    case .why: return [.open(WhyPane(subject))]
    case .pick: return [.act(.pick([subject])), .outside(.discardTypeAhead)]
    default: return [.unknownKey]
    }
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
