import Assets
import CommandLine
import Curses
import Desk
import Dispatch
import Domain
import FoundationEssentials
import Glibc
import Services
import Synchronization
import TerminalKit

/// The screens of one call: everything is opened, the loop runs, and what went wrong before it is told.
enum Screens {
  /// - Returns: the exit status.
  static func run(_ context: Context, environment: [String: String]) throws -> Int32 {
    // The rules are read while the base is opened, which takes as long.
    DispatchQueue.global().async { _ = try? context.rules }
    // The base is there, and of our version, before the terminal is taken.
    let house = try openFirst(context)
    let person = try person(in: house, context)
    let likes = try Reading.preferences(of: person.id, in: house)
    let session = try session(of: person, likes, in: house, context, environment)
    let hasList = try Reading.hasList(of: session.person.id, at: context.now(), in: house)
    let pipe = try WakePipe()
    let mailbox = Mailbox<DeskEvent>(waking: pipe)
    let backend = backend(of: session, mailbox, reader: HandedHouse(house), context, environment)
    let screen = try CursesScreen(
      theme: try Theme(Asset.text("theme.tsv")),
      chrome: context.isPlain ? .plain : likes.drawsLines == false ? .ascii : nil)
    let client = DeskClient(
      session, size: screen.size, hasListToday: hasList, isFirstTime: !likes.wasShownRound, backend: backend,
      terminal: TerminalServices(environment: environment), clock: context.now)
    backend.recoverDrafts(at: context.now())
    client.begin()
    let loop = EventLoop(
      client: client, screen: screen, input: STDIN_FILENO, pipe: pipe, mailbox: mailbox,
      signals: Signals(waking: pipe), escapeDelay: EscapeDelay(environment: environment["ESCDELAY"]))
    let reason = loop.run()
    if let farewell = client.farewell {
      write(farewell + "\n", to: STDERR_FILENO)
      return 1
    }
    return reason == .quit ? 0 : 128 + SIGHUP
  }

  private static func person(in house: House, _ context: Context) throws -> Person {
    if context.isClockSet, try !house.isSandbox() { throw Refusal.notSandbox }
    return try context.actor(in: house)
  }

  /// The house's own rules hold, where it has adopted any; the language is the one that was asked for, else the one he likes.
  private static func session(
    of person: Person, _ likes: Preferences, in house: House, _ context: Context,
    _ environment: [String: String]
  ) throws -> Session {
    let liked = context.isLanguageGiven ? nil : likes.language.flatMap(Language.init(rawValue:))
    return try Session(
      try house.ground(of: person.id, at: context.now()), words: liked.map { Words($0) } ?? context.words,
      dialCommand: environment["TIDELINE_DIAL"].flatMap { $0.isEmpty ? nil : $0 },
      manner: Manner(
        isPlain: context.isPlain, isRestricted: environment["TIDELINE_RESTRICTED"]?.isEmpty == false))
  }

  private static func backend(
    of session: Session, _ mailbox: Mailbox<DeskEvent>, reader: HandedHouse, _ context: Context,
    _ environment: [String: String]
  ) -> QueuedBackend {
    QueuedBackend(
      for: session.person.id, mailbox: mailbox, dialCommand: session.dialCommand,
      drafts: DraftFolder(environment: environment, base: context.path)
    ) { purpose in
      if purpose == .reading, let house = reader.take() { return house }
      return try open(purpose, context)
    }
  }

  /// A base of an older version can be read once it was opened for writing.
  private static func openFirst(_ context: Context) throws -> House {
    do { return try open(.reading, context) } catch is DatabaseFailure {
      _ = try open(.writing, context)
      return try open(.reading, context)
    }
  }

  private static func open(_ purpose: QueuedBackend.Purpose, _ context: Context) throws -> House {
    try House(
      path: context.path, access: purpose == .reading ? .read : .write, rules: try context.rules,
      origin: purpose == .engine ? "engine" : "screen", cacheKiB: purpose.cacheKiB)
  }
}

/// The house that the start of the screens opened, for the reader to go on with: opened again it would cost its time
/// again, before the first lists are there.
private final class HandedHouse: Sendable {
  private let house: Mutex<House?>

  init(_ house: sending House) {
    self.house = Mutex(house)
  }

  /// Nil from the second time on.
  func take() -> sending House? {
    house.withLock { house in
      let taken = house
      house = nil
      return taken
    }
  }
}

extension QueuedBackend.Purpose {
  /// The reader keeps the lists, the others little.
  fileprivate var cacheKiB: Int { self == .reading ? 2048 : 1024 }
}
