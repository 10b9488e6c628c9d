import Domain
import TerminalKit

/// What a pane wants done: by the desk, or by the world outside.
enum Effect: Sendable {
  /// News for the message row.
  case say(String)
  case unknownKey
  /// Lays a pane over the present one.
  case open(any Pane)
  /// Lays a pane over a pane, and says why, where that one has still the keys: what an answer brings must not come
  /// between somebody and other work.
  case offer(any Pane, over: Ground, saying: String)
  /// Takes the top pane off.
  case close
  /// Takes the top pane off, its work done: a list goes on to its next row.
  case closeAndGoOn
  case goTo(PaneID)
  case showPrefix(Prefix)
  /// The top pane sorts by the column of this digit.
  case sort(Int)
  /// Does as if its key had been pressed.
  case perform(Command)
  /// The top pane takes the item of row 2 that wears this digit.
  case choose(Int)
  /// The top pane narrows its list.
  case filter(String)
  /// Looks whose number this is, and goes there (R5.11).
  case findCaller(String)
  /// A number is being called: digits are outcomes now.
  case call(Call)
  /// Does something that has an answer.
  case outside(Request)

  static func ask(_ query: Query) -> Effect { .outside(.ask(query)) }
  static func act(_ deed: Deed) -> Effect { .outside(.act(deed)) }
  static func after(_ delay: Milliseconds, _ timer: TimerName) -> Effect { .outside(.after(delay, timer)) }
  static func cancel(_ timer: TimerName) -> Effect { .outside(.cancel(timer)) }
  static func copy(_ text: String) -> Effect { .outside(.copy(text)) }
}

/// Over what something is offered.
enum Ground: Sendable {
  case pane(PaneID)
  /// Everything about this customer.
  case card(CustomerID)
}

/// What leaves the desk: for the backend, for the loop, for the terminal.
package enum Request: Sendable {
  case ask(Query)
  case act(Deed)
  case poll, tick
  case dial(String)
  /// Keeps a draft before anything else happens to the process.
  case saveNow(Deed)
  case after(Milliseconds, TimerName)
  case cancel(TimerName)
  /// To the user's own clipboard.
  case copy(String)
  case editOutside(String)
  case discardTypeAhead, repaint, bell, quit
}
