import Domain
import Services
import TerminalKit

/// The whole screen as a value: what it shows, and what it does about each event. No I/O; what it wants done it returns.
package struct DeskState: Sendable {
  /// Who works here by which rules, until either changes.
  var session: Session
  var now: Instant
  var frame: Frame
  /// The pane one is in, and what lies over it: a customer, a note, the help.
  var place = PaneID.library
  var bases: [PaneID: any Pane]
  var layers: [any Pane] = []
  /// A key that waits for its digit.
  var prefix: Prefix?
  var call: Call?
  /// One line, until the next act.
  var news = ""
  /// The appointment that is told of; `d` calls it while the news stands.
  var appointment: Appointment?
  var undo: Undo?
  /// The number whose customer is being looked for.
  var caller: String?
  /// A note that was not finished, offered once.
  var offer: Draft?
  var hasOffered = false
  /// Since when the base can't be reached, and why.
  var away: Away?
  var alertCount = 0
  /// Requests that wait for an answer of the person's.
  var requestCount = 0
  /// As it was at its last look; nil before.
  var engine: EngineHealth?
  /// Something was done since the start.
  var hasActed = false
  /// `q` was pressed at home: once more leaves.
  var isLeaving = false

  struct Away: Sendable {
    let since: Instant
    let failure: DatabaseFailure
  }

  struct Appointment: Sendable {
    let customer: CustomerID
    let news: String
  }

  package init(_ session: Session, size: Size, at now: Instant) {
    self.session = session
    self.now = now
    frame = Frame(size: size)
    bases = [
      .library: LibraryPane(), .sea: SeaPane(), .check: CheckPane(), .alerts: AlertsPane(),
      .approvals: ApprovalsPane(),
    ]
  }

  var context: Context {
    let library = bases[.library] as? LibraryPane
    return Context(session: session, now: now, frame: frame, place: place, marked: library?.list.marks ?? [])
  }

  /// The pane that has the keys.
  var top: any Pane {
    get { layers.last ?? bases[place] ?? LibraryPane() }
    set { if layers.isEmpty { bases[place] = newValue } else { layers[layers.count - 1] = newValue } }
  }

  /// What is done first, before any key.
  package mutating func begin() -> [Request] {
    run([.outside(.poll)] + top.appear(context) + [.ask(.drafts), .outside(.tick)] + timers)
  }

  private var timers: [Effect] {
    [.after(DeskState.pollInterval, .poll), .after(untilNextMinute, .minute)]
  }

  /// Whether others have written is asked so often.
  static let pollInterval: Milliseconds = 500
  /// While the base is away, so often.
  static let retryInterval: Milliseconds = 5_000

  /// Due moments so many days ahead should know the days off.
  static let daysAhead = 31

  var untilNextMinute: Milliseconds { Int(60 - now.seconds % 60) * 1_000 }
}
