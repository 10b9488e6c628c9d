import Domain
import Services
import TerminalKit

/// Approvals (审批, R8.4): what waits for my answer, what is about to flow back, and what was answered lately.
struct ApprovalsPane: FilteredScreen, ViewScreen {
  /// The views, each with its digit.
  enum View: Int, FixedView {
    case waiting = 1
    case forecast, answered

    /// The key of its name.
    var title: String {
      switch self {
      case .waiting: "approvals.view.waiting"
      case .forecast: "approvals.view.forecast"
      case .answered: "approvals.view.answered"
      }
    }

    /// The key of what is said when it is empty.
    var empty: String {
      switch self {
      case .waiting: "approvals.empty.waiting"
      case .forecast: "approvals.empty.forecast"
      case .answered: "approvals.empty.answered"
      }
    }
  }

  private(set) var view: ApprovalsView?
  private(set) var forecast: ReleaseForecast?
  private(set) var choice = View.waiting
  var list = ListState<Row>()
  var filter = FilterField()
  /// The customer of the selected request.
  private(set) var detail = Worded<CustomerAside>()
  /// An answer is on its way.
  private var isAnswering = false

  /// A line of requests, or of the forecast.
  enum Row: Hashable, Sendable {
    case request(RequestID)
    case holder(PersonID)
  }

  init() {}

  static var filterAdvice: String { "filter.advice.words" }
  static var filterFields: String? { nil }

  var selected: AskedRequest? { list.selection.flatMap(request) }

  func request(_ row: Row) -> AskedRequest? {
    guard case .request(let id) = row else { return nil }
    return waiting(id)?.asked ?? view?.answered.first { $0.id == id }
  }

  func waiting(_ id: RequestID) -> WaitingRequest? { view?.waiting.first { $0.asked.id == id } }

  /// The holder at the cursor of the forecast.
  var holder: Refusal.Holder? {
    guard case .holder(let id) = list.selection else { return nil }
    return forecast?.byHolder.first { $0.holder.id == id }?.holder
  }

  var subject: Subject? { selected.flatMap { Subject($0) } }

  var neighbours: [CustomerID] { list.rows.compactMap { request($0)?.customer } }

  /// The marked requests, in the order in which they were asked; else the selected one.
  var requests: [AskedRequest] {
    let marked = (view?.waiting ?? []).map(\.asked).filter { list.isMarked(.request($0.id)) }
    return marked.isEmpty ? [selected].compactMap { $0 } : marked
  }

  func count(of item: View, _ context: Context) -> Int? {
    switch item {
    case .waiting: view?.waiting.count
    case .answered: view?.answered.count
    case .forecast: nil
    }
  }

  func moreItems(_ context: Context) -> [ViewItem] {
    context.session.allows(.keepOrders)
      ? [ViewItem(OrdersPane.digit, named: "approvals.view.orders", context)] : []
  }

  mutating func choose(_ digit: Int, _ context: Context) -> [Effect] {
    if digit == OrdersPane.digit && context.session.allows(.keepOrders) { return [.open(OrdersPane())] }
    return View(rawValue: digit).map { show($0, context) } ?? [.unknownKey]
  }

  // MARK: reading

  mutating func appear(_ context: Context) -> [Effect] { refresh(context) }

  /// The forecast counts all that is held: it is read where it is looked at.
  mutating func refresh(_ context: Context) -> [Effect] {
    guard PaneID.approvals.closed(to: context.session) == nil, context.place == .approvals else { return [] }
    return [askForApprovals] + (choice == .forecast ? [askForForecast] : [])
  }

  private var askForApprovals: Effect {
    ask(.approvals) { pane, view, context in
      pane.view = view
      pane.list.unmark(pane.list.marks.filter { pane.request($0)?.state != .open })
      pane.arrange(context)
      return pane.askForDetail()
    }
  }

  private var askForForecast: Effect {
    ask(.forecast) { pane, forecast, context in
      pane.forecast = forecast
      pane.arrange(context)
      return []
    }
  }

  func askForDetail() -> [Effect] {
    guard let asked = selected, let id = asked.customer, waiting(asked.id)?.isCustomerSeen != false else {
      return []
    }
    return [ask(.customer(id)) { if id == $0.selected?.customer { $0.detail.take($1) } }]
  }

  // MARK: what is shown

  func height(_ context: Context) -> Int {
    choice == .forecast ? ForecastLayout(context.frame).listHeight : context.frame.listHeight
  }

  mutating func settle(_ context: Context) {
    // What was answered, and who loses how much, is not marked.
    if choice != .waiting { list.unmarkAll() }
    _ = list.scroll(toShow: height(context))
    let shown = selected?.customer
    let side = context.frame.split.parts(of: context.frame.list.body).detail
    detail.prepare(columns: context.frame.size.columns, context) { view in
      shown == view.customer.id ? side.map { CustomerAside(view, columns: $0.columns, context) } : nil
    }
  }

  mutating func follow(_ subject: Subject) {
    if let row = list.rows.first(where: { request($0)?.customer == subject.id }) { list.select(row) }
  }

  mutating func show(_ view: View, _ context: Context) -> [Effect] {
    choice = view
    arrange(context)
    list.moveToFirst()
    return refresh(context)
  }

  private mutating func arrange(_ context: Context) {
    let rows: [Row] =
      switch choice {
      case .waiting: (view?.waiting ?? []).map { .request($0.asked.id) }
      case .answered: (view?.answered ?? []).map { .request($0.id) }
      case .forecast: (forecast?.byHolder ?? []).map { .holder($0.holder.id) }
      }
    let wanted = wanted(context)
    list.update(rows: wanted.isEmpty ? rows : rows.filter { wanted.matches(texts(of: $0, context)) })
  }

  /// What the row shows.
  private func texts(of row: Row, _ context: Context) -> [String] {
    switch row {
    case .holder(let id):
      let line = forecast?.byHolder.first { $0.holder.id == id }
      return line.map { [$0.holder.name, $0.holder.department] } ?? []
    case .request(let id):
      let cells = ApprovalCells(context)
      let shown =
        waiting(id).map { cells.row($0, isSelected: false, isMarked: false) }
        ?? request(row).map { cells.row($0, isSelected: false) }
      return shown?.cells.map(\.text) ?? []
    }
  }

  mutating func filtered(_ context: Context) -> [Effect] {
    arrange(context)
    list.moveToFirst()
    return detailFollows
  }

  // MARK: answering

  mutating func grant() -> [Effect] {
    if isAnswering { return [] }
    isAnswering = true
    let grant = run(Each(requests.map { GrantErrand(asked: $0) })) { pane, _, _ in
      pane.isAnswering = false
      return []
    } else: { pane, _, _ in
      pane.isAnswering = false
      return []
    }
    return [grant, .outside(.discardTypeAhead)]
  }
}

extension Question<ApprovalsView> {
  /// What waits for my answer, and what was answered lately.
  fileprivate static var approvals: Question {
    Question { try ApprovalsView.read(by: $1, at: $2, in: $0) }
  }
}

/// What stands in a line of the forecast.
struct HolderCounts: Sendable {
  let holder: Refusal.Holder
  /// Held back by the blown fuse.
  var heldBack = 0
  /// Due until the end of the next desk day.
  var due = 0
}

extension ReleaseForecast {
  /// Both counts of each holder, what is held back first.
  var byHolder: [HolderCounts] {
    var lines: [PersonID: HolderCounts] = [:]
    for count in heldBack {
      lines[count.holder.id, default: HolderCounts(holder: count.holder)].heldBack += count.count
    }
    for count in counts {
      lines[count.holder.id, default: HolderCounts(holder: count.holder)].due += count.count
    }
    return lines.values.sorted {
      ($0.heldBack, $0.due, $1.holder.id) > ($1.heldBack, $1.due, $0.holder.id)
    }
  }

  /// How many the reader would confirm now; nil where nothing is to be confirmed.
  var toConfirm: Int? {
    if blown != nil { return heldBack.reduce(0) { $0 + $1.count } }
    return isTooMuch && !isConfirmed ? counts.reduce(0) { $0 + $1.count } : nil
  }
}
