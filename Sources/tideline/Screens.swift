import Assets
import CommandLine
import Curses
import Desk
import Domain
import FoundationEssentials
import Glibc
import Services
import TerminalKit

/// The screens of one call: everything is opened, the loop runs, and what went wrong before it is told.
enum Screens {
  /// - Returns: the exit status.
  static func run(_ context: Context, environment: [String: String]) throws -> Int32 {
    let session = try session(context, environment)
    let screen = try CursesScreen()
    let reason = try loop(session, on: screen, context, environment).run()
    return reason == .quit ? 0 : 128 + SIGHUP
  }

  private static func loop(
    _ session: Session, on screen: CursesScreen, _ context: Context, _ environment: [String: String]
  ) throws -> EventLoop<DeskClient> {
    let pipe = try WakePipe()
    let mailbox = Mailbox<DeskEvent>(waking: pipe)
    let drafts = DraftFolder(environment: environment, base: context.path)
    let backend = QueuedBackend(
      for: session.person.id, mailbox: mailbox, dialCommand: session.dialCommand, drafts: drafts
    ) { purpose in
      try House(
        path: context.path, access: purpose == .reading ? .read : .write, rules: context.rules,
        origin: purpose == .engine ? "engine" : "screen", cacheKiB: purpose.cacheKiB)
    }
    let client = DeskClient(session, size: screen.size, backend: backend, clock: context.now)
    backend.recoverDrafts(at: context.now())
    client.begin()
    return EventLoop(
      client: client, screen: screen, input: STDIN_FILENO, pipe: pipe, mailbox: mailbox,
      signals: Signals(waking: pipe), escapeDelay: EscapeDelay(environment: environment["ESCDELAY"]))
  }

  /// The base is there, and of our version, before the terminal is taken. Its own rules hold, where it has adopted any.
  private static func session(_ context: Context, _ environment: [String: String]) throws -> Session {
    let house = try House(path: context.path, access: .write, rules: context.rules, origin: "screen")
    if context.isClockSet, try !house.isSandbox() { throw Refusal.notSandbox }
    let person = try context.actor(in: house)
    return try Session(
      try house.ground(of: person.id), words: context.wording.words,
      dialCommand: environment["TIDELINE_DIAL"].flatMap { $0.isEmpty ? nil : $0 })
  }
}

extension QueuedBackend.Purpose {
  /// The reader keeps the lists, the others little.
  fileprivate var cacheKiB: Int { self == .reading ? 2048 : 1024 }
}
