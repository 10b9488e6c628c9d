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
  var place: PaneID
  /// The pane it opened on, which is left last.
  var home: PaneID
  private var bases: [PaneID: any Pane]
  private(set) var layers: [Layer] = []
  private var layerCount = 0
  /// A key that waits for its digit.
  var prefix: Prefix?
  var call: Call?
  /// The time of a call is about to be shown anew.
  var isCallTimed = false
  /// What was said last, until the next act.
  var news = News("")
  /// What was said last of what changed above, for who does not see it (S65).
  var echo = News("")
  var undo: Undo?
  /// The number whose customer is being looked for.
  var caller: String?
  /// A note that was not finished, offered once.
  var offer: Draft?
  /// One's own library as it was last read; nil before.
  var own: LibraryView?
  /// Since when the base can't be reached, and why.
  var away: Away?
  /// As it was at its last look; nil before.
  var engine: EngineHealth?
  private let isFirstTime: Bool
  /// The last signing that was heard of (R11.9).
  var heard: Int64
  /// Something was done since the start.
  var hasActed = false
  /// What is said where the screens close by themselves.
  var farewell: String?
  /// `q` was pressed at home: once more leaves.
  var isLeaving = false

  /// A pane over another, and its number, which no other has ever had.
  struct Layer: Sendable {
    let number: Int
    var pane: any Pane
  }

  struct Away: Sendable {
    let since: Instant
    let failure: DatabaseFailure

    func news(_ context: Context) -> News {
      let reason = context.wording.text(of: failure)
      return .error(context.words("message.away", ["reason": reason]), context)
    }
  }

  /// - Parameters:
  ///   - hasListToday: the person has prepared a list for today.
  ///   - isFirstTime: he has never been here.
  package init(
    _ session: Session, size: Size, hasListToday: Bool, isFirstTime: Bool = false, at now: Instant
  ) {
    self.session = session
    self.isFirstTime = isFirstTime
    heard = session.signing
    self.now = now
    home = PaneID.home(of: session, hasListToday: hasListToday)
    place = home
    frame = Frame(size: size, isPlain: session.manner.isPlain)
    bases = [
      .library: LibraryPane(), .calls: CallListPane(), .sea: SeaPane(), .check: CheckPane(),
      .tomorrow: TomorrowPane(), .alerts: AlertsPane(), .evening: EveningPane(),
      .approvals: session.answers || !session.allows(.keepOrders) ? ApprovalsPane() : OrdersPane(),
      .reports: ReportsPane(),
    ]
  }

  /// What the top pane looks at.
  var context: Context { context(of: topAsker) }

  func context(of asker: Asker) -> Context {
    Context(
      session: session, now: now, frame: frame, place: place, asker: asker, own: own,
      marked: library?.marks ?? [])
  }

  var library: LibraryPane? { bases[.library] as? LibraryPane }

  // MARK: panes

  /// The pane that has the keys.
  var top: any Pane { self[topAsker] ?? LibraryPane() }

  var topAsker: Asker { layers.last.map { .layer($0.number) } ?? .base(place) }

  /// The pane that asked; nil where it is gone.
  subscript(asker: Asker) -> (any Pane)? {
    get {
      switch asker {
      case .desk: nil
      case .base(let id): bases[id]
      case .layer(let number): layers.last { $0.number == number }?.pane
      }
    }
    set {
      switch asker {
      case .desk: break
      case .base(let id): bases[id] = newValue
      case .layer(let number):
        guard let index = layers.lastIndex(where: { $0.number == number }), let newValue else { return }
        layers[index].pane = newValue
      }
    }
  }

  mutating func lay(_ pane: any Pane) {
    layerCount += 1
    layers.append(Layer(number: layerCount, pane: pane))
  }

  /// - Returns: the pane; nil where nothing lies there.
  mutating func takeOff(_ asker: Asker) -> (any Pane)? {
    guard case .layer(let number) = asker, let index = layers.lastIndex(where: { $0.number == number })
    else { return nil }
    return layers.remove(at: index).pane
  }

  mutating func takeOffAll() -> [Effect] {
    let askers = layers.map { Asker.layer($0.number) }
    let parting = askers.flatMap { on($0) { $0.disappear($1) } }
    layers = []
    return parting
  }

  // MARK: the start

  /// What is done first, before any key.
  package mutating func begin() -> [Request] {
    let first = run([.outside(.poll)] + onTop { $0.appear($1) } + readLibrary() + [askForDrafts()] + timers)
    if isFirstTime { lay(FirstMinutePane()) }
    return first
  }

  /// Counts and appointments come from it, wherever one is.
  private mutating func readLibrary() -> [Effect] {
    place == .library ? [] : on(.base(.library)) { $0.refresh($1) }
  }

  private var timers: [Effect] {
    [
      .after(DeskState.pollInterval, .poll), .after(untilNextMinute, .minute),
      .after(DeskState.firstTick, .engine),
    ]
  }

  /// The engine's first look waits until the first picture is there, which would wait for it else.
  static let firstTick: Milliseconds = 200
  /// Whether others have written is asked so often.
  static let pollInterval: Milliseconds = 500
  /// While the base is away, so often.
  static let retryInterval: Milliseconds = 5_000

  /// Due moments so many days ahead should know the days off.
  static let daysAhead = 31

  var untilNextMinute: Milliseconds { Int(60 - now.seconds % 60) * 1_000 }
}
