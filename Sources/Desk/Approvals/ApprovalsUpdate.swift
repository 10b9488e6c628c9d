import Domain
import Services
import TerminalKit

extension ApprovalsPane {
  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  /// The forecast counts all that is held: it is read where it is looked at.
  mutating func refresh(_ context: Context) -> [Effect] {
    guard PaneID.approvals.closed(to: context.session) == nil, context.place == .approvals else { return [] }
    return choice == .forecast ? [askForApprovals, ask(.forecast, keep: { $0.take($1) })] : [askForApprovals]
  }

  mutating func settle(_ context: Context) {
    _ = list.scroll(toShow: context.frame.listHeight)
    _ = holders.scroll(toShow: ForecastLayout(context.frame).listHeight)
    let asked = selected
    detail.prepare(columns: context.frame.size.columns, context) { view in
      asked.flatMap { $0.customer == view.customer.id ? ApprovalAside(view, $0, context) : nil }
    }
  }

  mutating func follow(_ subject: Subject) {
    if let asked = list.rows.first(where: { request($0)?.customer == subject.id }) { list.select(asked) }
  }

  mutating func timer(_ timer: TimerName, _ context: Context) -> [Effect] {
    timer == .detail ? askForDetail() : []
  }

  private func askForDetail() -> [Effect] {
    guard let id = selected?.customer else { return [] }
    return [ask(.customer(id)) { if id == $0.selected?.customer { $0.detail.take($1) } }]
  }

  private var askForApprovals: Effect {
    ask(.approvals) { pane, view, _ in
      pane.take(view)
      return pane.askForDetail()
    }
  }

  // MARK: commands

  mutating func perform(_ command: Command, _ context: Context) -> [Effect] {
    if choice == .forecast, holders.perform(command, height: ForecastLayout(context.frame).listHeight) {
      // Who loses how much is not marked.
      holders.unmarkAll()
      return []
    }
    let before = list.selection
    if list.perform(command, height: context.frame.listHeight) {
      if choice == .answered { list.unmarkAll() }
      return list.selection == before ? [] : [.after(80, .detail)]
    }
    switch command {
    case .nextItem: return choose(choice.rawValue % View.allCases.count + 1, context)
    case .previousItem: return choose((choice.rawValue + 1) % View.allCases.count + 1, context)
    default: return act(command, context)
    }
  }

  private mutating func act(_ command: Command, _ context: Context) -> [Effect] {
    switch command {
    case .yes where choice == .forecast: return [.open(ConfirmPane())]
    case .yes:
      if isAnswering { return [] }
      isAnswering = true
      return [grant, .outside(.discardTypeAhead)]
    case .no: return [.open(RefusalPane(targets))]
    case .open where choice == .forecast:
      return holder.map { [.open(HolderForecastPane($0))] } ?? []
    case .open:
      let customers = list.rows.compactMap { request($0)?.customer }
      return subject.map { [.open(CustomerPane($0, among: customers, me: context.session.person.id))] } ?? []
    case .why: return subject.map { [.open(WhyPane($0))] } ?? []
    default: return [.unknownKey]
    }
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    guard let choice = View(rawValue: digit) else { return [.unknownKey] }
    self.choice = choice
    arrange()
    list.moveToFirst()
    return refresh(context)
  }

  private var grant: Effect {
    run(Each(targets.map { GrantErrand($0) })) { pane, _, _ in
      pane.isAnswering = false
      return []
    } else: { pane, _, _ in
      pane.isAnswering = false
      return []
    }
  }
}

extension Question<ApprovalsView> {
  /// What waits for my answer, and what was answered lately.
  fileprivate static var approvals: Question {
    Question { try ApprovalsView.read(by: $1, at: $2, in: $0) }
  }
}
