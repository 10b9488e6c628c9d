import Domain
import Services

/// What moves, below what stays: each tab with its digit.
enum CustomerTab: Int, FixedView {
  case timeline = 1
  case notes, contacts, holdings, requests, orders, changes

  /// The key of its name.
  var title: String {
    switch self {
    case .timeline: "customer.tab.timeline"
    case .notes: "customer.tab.notes"
    case .contacts: "customer.tab.contacts"
    case .holdings: "customer.tab.holdings"
    case .requests: "customer.tab.requests"
    case .orders: "customer.tab.orders"
    case .changes: "customer.tab.changes"
    }
  }

  func count(_ view: CustomerView) -> Int {
    switch self {
    case .timeline: view.timeline.count
    case .notes: view.notes.count
    case .contacts: view.contacts.count
    case .holdings: view.holdings.count
    case .requests: view.requests.count + view.applications.count
    case .orders: view.orders.count
    case .changes: view.events.count
    }
  }

  func lines(_ view: CustomerView, _ context: Context) -> [CustomerLine] {
    switch self {
    case .timeline: view.timeline.map { CustomerLine($0, view, context) }
    case .notes: view.timeline.filter(\.isNote).map { CustomerLine($0, view, context) }
    case .contacts: view.contacts.map { CustomerLine($0, context) }
    case .holdings: view.holdings.map { CustomerLine($0, view, context) }
    case .requests:
      view.requests.map { CustomerLine($0, context) } + view.applications.map { CustomerLine($0, context) }
    case .orders: view.orders.map { CustomerLine($0, context) }
    case .changes: view.timeline.filter(\.isChange).map { CustomerLine($0, view, context) }
    }
  }
}

extension TimelineEntry {
  fileprivate var isNote: Bool {
    if case .note = kind { return true }
    return false
  }

  fileprivate var isChange: Bool {
    if case .changed = kind { return true }
    return false
  }
}

/// A line of a tab: when, what, who, and the text, whole at the foot of the screen when it is selected.
struct CustomerLine {
  let when: String
  let what: String
  let who: String
  let text: String
  let whole: String

  init(_ entry: TimelineEntry, _ view: CustomerView, _ context: Context) {
    let words = TimelineWords(view, context)
    let date = ClockWords(context).date(entry.at)
    when = "\(date) \(context.wording.clock(entry.at))"
    what = words.kind(entry)
    who = entry.who?.name ?? context.words["system"]
    text = words.line(of: entry)
    whole = words.whole(entry)
  }

  init(_ request: AskedRequest, _ context: Context) {
    let words = RequestWords(context)
    when = "\(ClockWords(context).date(request.askedAt)) \(context.wording.clock(request.askedAt))"
    what = words.kind(request)
    who = request.asker.name
    text = [request.reason, words.outcome(request)].filter { !$0.isEmpty }.joined(separator: "  ")
    whole = text
  }

  /// Somebody asked support for it (R5.8).
  init(_ application: Application, _ context: Context) {
    when = "\(ClockWords(context).date(application.askedAt)) \(context.wording.clock(application.askedAt))"
    what = context.words["application.state.\(application.state(at: context.now).rawValue)"]
    who = application.applicant.name
    let answer = application.answer.map { "\($0.by.name) \($0.reason)" } ?? ""
    text = [application.entry.name, application.entry.remark, answer].filter { !$0.isEmpty }
      .joined(separator: "  ")
    whole = text
  }

  init(_ contact: Contact, _ context: Context) {
    when = ""
    what = contact.isMain ? context.words["customer.main_contact"] : ""
    who = contact.name
    text = contact.title
    whole = [contact.name, contact.title].filter { !$0.isEmpty }.joined(separator: " ")
  }

  init(_ holding: Holding, _ view: CustomerView, _ context: Context) {
    let clock = ClockWords(context)
    let from = clock.date(holding.enteredAt)
    let end = holding.endedAt.map { clock.dueDate($0) } ?? context.words["customer.until_now"]
    when = "\(from) - \(end)"
    what = context.words["way_in.\(holding.wayIn.rawValue)"]
    who = holding.holder.name
    text = [holding.holder.department, holding.endReason.map { TimelineWords(view, context).end($0) } ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    whole = ""
  }
}
