import Domain

/// The panes one can go to, each with the digit that takes it after `g`.
enum PaneID: Int, CaseIterable, Sendable {
  case library = 1
  case calls = 2
  case sea = 3
  case check = 4
  case tomorrow = 5
  case alerts = 6
  case evening = 7
  case approvals = 8
  case reports = 9

  /// The key of its name.
  var title: String {
    switch self {
    case .library: "pane.library"
    case .calls: "pane.calls"
    case .sea: "pane.sea"
    case .check: "pane.check"
    case .tomorrow: "pane.tomorrow"
    case .alerts: "pane.alerts"
    case .evening: "pane.evening"
    case .approvals: "pane.approvals"
    case .reports: "pane.reports"
    }
  }

  /// The key of the text that says why it is closed to somebody; nil where it is open.
  func closed(to session: Session) -> String? {
    switch self {
    case .calls: session.allows(.note) ? nil : "calls.closed"
    case .tomorrow: session.allows(.prepareList) ? nil : "tomorrow.closed"
    case .evening: session.allows(.passList) ? nil : "evening.closed"
    // The orders that wait are a view of it.
    case .approvals: session.answers || session.allows(.keepOrders) ? nil : approvalsClosed(to: session)
    case .reports: session.seesWork ? nil : "reports.closed"
    case .library, .sea, .check, .alerts: nil
    }
  }

  /// R8.4: what is applied for is support's, and has its place.
  private func approvalsClosed(to session: Session) -> String {
    session.allows(.answerApplication) ? "approvals.closed.support" : "approvals.closed"
  }

  /// Where somebody's work begins: who calls, at the list he prepared; who checks, at the evening; the clerk, at the orders
  /// that wait; support, at what waits for its answer.
  static func home(of session: Session, hasListToday: Bool) -> PaneID {
    let roles = session.person.roles
    if hasListToday && roles.contains(.agent) { return .calls }
    if roles.contains(.manager) || roles.contains(.director) && !roles.contains(.admin) { return .evening }
    if roles.contains(.clerk) && !roles.contains(.agent) { return .approvals }
    return roles.contains(.support) ? .check : .library
  }
}
