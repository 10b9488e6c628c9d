import Assets
import Domain
import Services

/// What moves, below what stays: each tab with its digit.
enum CustomerTab: Int, FixedView {
  case timeline = 1
  case notes, contacts, tasks, orders, requests, holdings, changes, documents

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
    case .tasks: "customer.tab.tasks"
    case .documents: "customer.tab.documents"
    }
  }

  /// The newest on top; people stand below whom they report to, and what is open comes first among tasks.
  var isByTime: Bool { self != .contacts && self != .tasks }

  func count(_ view: CustomerView) -> Int {
    switch self {
    case .timeline: view.timeline.count
    case .notes: view.notes.count
    case .contacts: view.contacts.count
    case .holdings: view.holdings.count
    case .requests: view.requests.count + view.applications.count
    case .orders: view.orders.count
    case .changes: view.events.count
    case .tasks: view.tasks.count
    case .documents: view.documents.count
    }
  }

  func lines(_ view: CustomerView, _ context: Context) -> [CustomerLine] {
    switch self {
    case .timeline: view.timeline.map { CustomerLine($0, view, context) }
    case .notes: view.timeline.filter(\.isNote).map { CustomerLine($0, view, context) }
    case .contacts: DecisionTree(view.contacts).rows.map { CustomerLine($0, context) }
    case .tasks: view.tasks.map { CustomerLine($0, context) }
    case .documents: view.documents.map { CustomerLine($0, context) }
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

  /// Below the contact he reports to (R10.2).
  init(_ row: DecisionTree.Row, _ context: Context) {
    when = ""
    what = ""
    who = ""
    text = BuyerWording(context.words).line(row)
    whole = ""
  }

  init(_ task: CustomerTask, _ context: Context) {
    let content = task.content
    when = content.due.map { context.wording.moment($0, at: context.now) } ?? "-"
    what = context.words["task.stage.\(content.stage.rawValue)"]
    who = ""
    let cost = content.cost.map { "\(context.words["field.cost"]) \($0.grouped)" } ?? ""
    let helpers = task.helpers.map(\.name).joined(separator: ", ")
    text = [
      content.subject, content.product, cost,
      helpers.isEmpty ? "" : "\(context.words["field.helpers"]) \(helpers)",
    ].filter { !$0.isEmpty }.joined(separator: "  ")
    whole = text
  }

  init(_ document: Document, _ context: Context) {
    when = "\(ClockWords(context).date(document.addedAt)) \(context.wording.clock(document.addedAt))"
    what = document.sizeText
    who = document.addedBy.name
    text = "\(document.id.value)  \(document.name)"
    whole = "SHA-256 \(document.hash)"
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
