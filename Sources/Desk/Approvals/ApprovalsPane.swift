import Domain
import Services
import TerminalKit

/// Approvals (审批, R8.4): what waits for my answer, what is about to flow back, and what was answered lately.
struct ApprovalsPane: Pane {
  /// The views, each with its digit.
  enum View: Int, CaseIterable, Sendable {
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
  var choice = View.waiting
  /// The requests of the view, waiting or answered.
  var list = ListState<RequestID>()
  /// The holders of the forecast.
  var holders = ListState<PersonID>()
  /// The customer of the selected request.
  var detail = Worded<ApprovalAside>()
  /// An answer is on its way.
  var isAnswering = false

  init() {}

  var selected: AskedRequest? { list.selection.flatMap { request($0) } }

  func request(_ id: RequestID) -> AskedRequest? {
    switch choice {
    case .waiting: waiting(id)?.asked
    case .answered: view?.answered.first { $0.id == id }
    case .forecast: nil
    }
  }

  /// The holder at the cursor of the forecast.
  var holder: Refusal.Holder? {
    guard choice == .forecast, let id = holders.selection else { return nil }
    return forecast?.byHolder.first { $0.holder.id == id }?.holder
  }

  func waiting(_ id: RequestID) -> WaitingRequest? { view?.waiting.first { $0.asked.id == id } }

  var subject: Subject? { selected.map { Subject($0) } }

  /// The marked requests, in the order in which they were asked; else the selected one.
  var targets: [AskedRequest] {
    let marked = (view?.waiting ?? []).map(\.asked).filter { list.isMarked($0.id) }
    return marked.isEmpty ? [selected].compactMap { $0 } : marked
  }

  // MARK: changes

  mutating func take(_ new: ApprovalsView) {
    view = new
    list.unmark(list.marks.filter { waiting($0) == nil })
    arrange()
  }

  mutating func take(_ new: ReleaseForecast) {
    forecast = new
    holders.update(rows: new.byHolder.map(\.holder.id))
  }

  mutating func arrange() {
    switch choice {
    case .waiting: list.update(rows: view?.waiting.map(\.asked.id) ?? [])
    case .answered: list.update(rows: view?.answered.map(\.id) ?? [])
    case .forecast: list.update(rows: [])
    }
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
