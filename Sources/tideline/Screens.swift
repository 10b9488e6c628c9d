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
    let person = try actor(context)
    let screen = try CursesScreen()
    let reason = try loop(person, on: screen, context, environment).run()
    return reason == .quit ? 0 : 128 + SIGHUP
  }

  private static func loop(
    _ person: Person, on screen: CursesScreen, _ context: Context, _ environment: [String: String]
  ) throws -> EventLoop<DeskClient> {
    let pipe = try WakePipe()
    let mailbox = Mailbox<DeskEvent>(waking: pipe)
    let dialCommand = environment["TIDELINE_DIAL"].flatMap { $0.isEmpty ? nil : $0 }
    let session = Session(
      person: person, policy: try context.rules.policy(person.policy), rules: context.rules,
      words: context.wording.words, dialCommand: dialCommand)
    let drafts = DraftFolder(environment: environment, base: context.path)
    let backend = QueuedBackend(
      for: person.id, mailbox: mailbox, dialCommand: dialCommand, drafts: drafts
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

  /// The base is there, and of our version, before the terminal is taken.
  private static func actor(_ context: Context) throws -> Person {
    let house = try House(path: context.path, access: .write, rules: context.rules, origin: "screen")
    if context.isClockSet, try !house.isSandbox() { throw Refusal.notSandbox }
    return try context.actor(in: house)
  }
}

extension QueuedBackend.Purpose {
  /// The reader keeps the lists, the others little.
  fileprivate var cacheKiB: Int { self == .reading ? 2048 : 1024 }
}
