import Domain
import Services

/// The views of the library, each with its digit.
enum LibraryChoice: Int, FixedView {
  case all = 1
  case flowingBack, overdue, today, uncalled, asked
  /// What left is a list of its own, with the digit before this one.
  case pickedToday = 8
  /// Of who is away and named one to work them (R2.6).
  case covered = 9

  /// The key of its name.
  var title: String {
    switch self {
    case .all: "library.view.all"
    case .flowingBack: "library.view.flowing_back"
    case .overdue: "library.view.overdue"
    case .today: "library.view.today"
    case .uncalled: "library.view.uncalled"
    case .asked: "library.view.asked"
    case .pickedToday: "library.view.picked"
    case .covered: "library.view.covered"
    }
  }

  /// The key of what is said when it is empty.
  var empty: String {
    switch self {
    case .all: "library.empty.all"
    case .flowingBack: "library.empty.flowing_back"
    case .overdue: "library.empty.overdue"
    case .today: "library.empty.today"
    case .uncalled: "library.empty.uncalled"
    case .asked: "library.empty.asked"
    case .pickedToday: "library.empty.picked"
    case .covered: "library.empty.covered"
    }
  }

  /// By what it is sorted unless somebody says otherwise.
  var order: LibraryOrder { self == .today ? .nextContact : .due }

  /// Of one's own, but for what one covers.
  func contains(_ row: LibraryRow, _ context: Context) -> Bool {
    switch self {
    case .covered: false
    case .all: true
    case .flowingBack: context.policy.isAboutToFlowBack(row.due, at: context.now, in: context.calendar)
    case .overdue: row.isOverdue(context)
    case .today: row.nextContact.map { context.calendar.day(of: $0) <= context.today } ?? false
    case .uncalled: row.state == .pending
    case .asked: row.isAsked
    case .pickedToday: row.wayIn == .picked && context.calendar.day(of: row.enteredAt) == context.today
    }
  }
}

extension LibraryRow {
  /// Not called for longer than the rhythm of its intent (R4.1).
  func isOverdue(_ context: Context) -> Bool {
    let last = context.calendar.day(of: rhythmFrom)
    return context.policy.daysOverdue(intent, lastContact: last, on: context.today) != nil
  }

  /// Days from today to the due day.
  func daysLeft(_ context: Context) -> Int? {
    due.map { context.calendar.dueDay(of: $0) - context.today }
  }
}
