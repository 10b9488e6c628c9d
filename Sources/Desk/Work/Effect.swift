import Domain
import Services
import TerminalKit

/// What a pane wants done: by the desk, or by the world outside.
enum Effect: Sendable {
  /// News for the message row.
  case say(String)
  /// What was refused or failed, and why.
  case refuse(News)
  case unknownKey
  /// Lays a pane over the present one.
  case open(any Pane)
  /// Lays a pane over the one that asks for it, and says why, where that one has still the keys: what an answer brings
  /// must not come between somebody and other work.
  case offer(any Pane, saying: String, over: Asker? = nil)
  /// Takes the pane off that asks for it.
  case close
  /// The same, its work done: a list goes on to its next row.
  case closeAndGoOn
  case takeOff(Asker, andGoOn: Bool)
  case goTo(PaneID)
  case showPrefix(Prefix)
  /// The top pane sorts by the column of this digit.
  case sort(Int)
  /// Does as if its key had been pressed, as long as the cursor is still on that customer.
  case perform(Command, on: Subject?)
  /// The top pane takes the item of row 2 that wears this digit.
  case choose(Int)
  /// The top pane narrows its list.
  case filter(String)
  /// Looks whose number this is, and goes there (R5.11).
  case findCaller(String)
  /// A number is being called: digits are outcomes now.
  case call(Call)
  /// One's own library as it was just read: the frame and other panes count by it.
  case count(LibraryView)
  /// Every pane looks again.
  case refresh
  /// Does something to a pane that is to be done now.
  case tell(Reply)
  /// Has something done or read in the house.
  case run(Job)
  /// Does something that has an answer.
  case outside(Request)

  /// An errand of nobody's in particular: it is said what came of it, and everybody looks again.
  static func run(_ errand: some Errand) -> Effect { .run(Job(errand)) }

  /// Who is done with is marked no more; who was refused stays so.
  static func run(overMarked errands: [some CustomerErrand]) -> Effect {
    .run(
      Job(Each(errands)) { desk, _, result in
        if case .success(let outcome) = result { desk.unmark(outcome.customers) }
        return []
      })
  }

  static func unmark(_ customers: [CustomerID]) -> Effect {
    .tell(
      Reply { desk in
        desk.unmark(customers)
        return []
      })
  }

  static func after(_ delay: Milliseconds, _ timer: TimerName) -> Effect { .outside(.after(delay, timer)) }
  static func cancel(_ timer: TimerName) -> Effect { .outside(.cancel(timer)) }
  static func copy(_ text: String) -> Effect { .outside(.copy(text)) }

  /// Lays something over what somebody sees, or leads him elsewhere.
  var isIntrusive: Bool {
    switch self {
    case .open, .goTo, .showPrefix: true
    default: false
    }
  }

  var isNews: Bool {
    switch self {
    case .say, .refuse, .unknownKey, .offer: true
    default: false
    }
  }

  /// Who asks for it, where nobody does yet.
  func asked(by asker: Asker) -> Effect {
    switch self {
    case .run(let job): .run(job.asked(by: asker))
    case .offer(let pane, let reason, nil): .offer(pane, saying: reason, over: asker)
    case .close: .takeOff(asker, andGoOn: false)
    case .closeAndGoOn: .takeOff(asker, andGoOn: true)
    default: self
    }
  }
}

/// What leaves the desk: for the backend, for the loop, for the terminal.
package enum Request: Sendable {
  case run(Job)
  case poll, tick
  case dial(String)
  /// Keeps a draft before anything else happens to the process.
  case saveNow(KeepDraftErrand)
  case after(Milliseconds, TimerName)
  case cancel(TimerName)
  /// To the user's own clipboard.
  case copy(String)
  case editOutside(String)
  case discardTypeAhead, repaint, bell, quit
}
