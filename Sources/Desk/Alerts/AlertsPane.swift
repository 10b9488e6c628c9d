import Domain
import Services
import TerminalKit

/// What the engine has flagged, the newest first; what is new since the last look wears 新.
struct AlertsPane: ListScreen {
  private var alerts: [Alert]?
  var list = ListState<AlertID>()
  /// New when the pane was opened: marking them seen does not make them old while one looks.
  private var fresh: Set<AlertID> = []

  init() {}

  static let keymap = Keymap<AlertsPane>(
    [
      .open({ $0.subject == nil && $0.selected?.kind.place == nil ? "message.no_customer" : nil }) {
        pane, context in
        pane.selected?.kind.place ?? pane.openCard(context)
      },
      .request(
        { $0.selected?.kind == .flowedBack ? nil : "alerts.not_lost" },
        Binding.about { .run(AskBackErrand(subject: $0)) }),
    ] + Binding.rows + Binding.going)

  private var selected: Alert? {
    list.selection.flatMap(alert)
  }

  private func alert(_ id: AlertID) -> Alert? { alerts?.first { $0.id == id } }

  var subject: Subject? {
    selected.flatMap { alert in alert.customer.map { Subject($0, name: alert.customerName) } }
  }

  // MARK: what it answers

  mutating func appear(_ context: Context) -> [Effect] { [askForAlerts] }

  mutating func refresh(_ context: Context) -> [Effect] { alerts == nil ? [] : [askForAlerts] }

  private var askForAlerts: Effect {
    ask(.alerts) { pane, alerts, _ in pane.take(alerts) }
  }

  private mutating func take(_ new: [Alert]) -> [Effect] {
    alerts = new
    list.update(rows: new.map(\.id))
    fresh.formUnion(new.filter(\.isNew).map(\.id))
    guard let newest = new.first, newest.isNew else { return [] }
    return [run(AlertsSeenErrand(newest: newest.id)) { _, _, _ in [.refresh] }]
  }

  func height(_ context: Context) -> Int { max(context.frame.content.rows - 1, 0) }

  var neighbours: [CustomerID] { (alerts ?? []).compactMap(\.customer) }

  // MARK: what it shows

  func title(_ context: Context) -> String { context.words["pane.alerts"] }

  func advice(_ context: Context) -> String {
    if let selected, !selected.remark.isEmpty {
      let key = selected.kind == .listReturned ? "alerts.remark.list" : "alerts.remark"
      return context.words(key, ["remark": selected.remark.oneLine])
    }
    if let selected, let next = selected.next {
      return context.wording.lateContact(next, isOff: selected.kind != .warned, at: context.now)
    }
    if let selected, selected.kind == .flowedBack {
      return context.words[selected.isReturnable(context) ? "alerts.advice.lost" : "alerts.advice.lost.late"]
    }
    if selected?.kind == .requestEnded { return context.words["alerts.advice.ended"] }
    return context.words("alerts.advice", ["count": String(alerts?.count ?? 0)])
  }

  func draw(in frame: Frame, on canvas: inout Canvas, _ context: Context) {
    let words = context.words
    let table = Table(
      columns: [
        Column(words["alerts.head.at"], ideal: 11), Column(words["alerts.head.what"], ideal: 8),
        Column(words["library.head.customer"], minimum: 16, ideal: 26, stretches: true),
        Column(words["library.head.due"], ideal: 14), Column(words["library.head.clock"], ideal: 8),
      ], nameColumn: 2)
    let rect = frame.content.splitRight(1).rest
    draw(table, in: rect, on: &canvas, context, empty: alerts == nil ? "" : words["alerts.empty"]) {
      id, isSelected in
      alert(id).map { row($0, isSelected: isSelected, context) }
    }
  }

  private func row(_ alert: Alert, isSelected: Bool, _ context: Context) -> TableRow {
    let isFresh = fresh.contains(alert.id)
    let clock = context.policy.clock(alert.clock).map { context.wording.title($0.title) } ?? alert.clock
    let what = context.words["alerts.\(alert.kind.rawValue)"]
    let name = AlertWords(context).about(alert)
    let texts = [
      context.wording.short(alert.at, at: context.now), what, name,
      alert.due == alert.at ? "" : context.wording.due(alert.due, at: context.now), clock,
    ]
    let gutter = Gutter(
      isSelected: isSelected, sign: isFresh ? context.words["list.new"] : "",
      signStyle: .strong)
    return TableRow(texts.map { StyledText($0) }, gutter: gutter)
  }
}

extension Alert {
  /// R4.18: while the manager may still take it back.
  fileprivate func isReturnable(_ context: Context) -> Bool {
    context.now < context.calendar.takeBackEnds(flowedBackAt: due)
  }
}

extension AlertKind {
  /// Where one does something about what is about no customer.
  fileprivate var place: [Effect]? {
    switch self {
    case .forecast: [.goTo(.approvals), .choose(2)]
    case .listReturned: [.goTo(.tomorrow)]
    case .eveningOpen: [.goTo(.evening)]
    case .received, .moved: [.goTo(.library)]
    default: nil
    }
  }
}

extension Question<[Alert]> {
  fileprivate static var alerts: Question { alerts(newest: 200) }

  static func alerts(newest limit: Int) -> Question {
    Question { house, actor, _ in try Reading.alerts(of: actor, limit: limit, in: house) }
  }
}
