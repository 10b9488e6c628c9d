import Dispatch
import Domain
import Services
import Synchronization
import TerminalKit

/// The house behind three queues, each with its own connection, made at its first use: one reads for the screen, one
/// writes, one runs the engine. So no search and no sweep ever stands before an agent's note.
package final class QueuedBackend: Backend, Sendable {
  package typealias Open = @Sendable (Purpose) throws -> House

  package enum Purpose: Sendable {
    case reading, writing, engine
  }

  private let actor: PersonID
  private let drafts: DraftFolder
  private let mailbox: Mailbox<DeskEvent>
  private let dialler: Dialler?
  private let reader: HouseQueue
  private let writer: HouseQueue
  private let engine: HouseQueue
  private let calls = DispatchGroup()
  /// The base as it was when the screen last read it.
  private let version = Mutex<Int64?>(nil)
  private let searches = SearchTurns()

  /// - Parameter reach: passed on its queue before each piece of work; throws where the base can't be reached.
  package init(
    for actor: PersonID, mailbox: Mailbox<DeskEvent>, dialCommand: String?, drafts: DraftFolder,
    reach: @escaping @Sendable (Purpose) throws -> Void = { _ in }, open: @escaping Open
  ) {
    self.actor = actor
    self.drafts = drafts
    self.mailbox = mailbox
    dialler = dialCommand.map(Dialler.init)
    reader = HouseQueue("reader", reach: { try reach(.reading) }, open: { try open(.reading) })
    writer = HouseQueue("writer", reach: { try reach(.writing) }, open: { try open(.writing) })
    engine = HouseQueue("engine", reach: { try reach(.engine) }, open: { try open(.engine) })
  }

  package func run(_ job: Job, at now: Instant) {
    switch job.lane {
    case .reading(let search): run(job, at: now, on: reader, turn: search.map(searches.turn))
    case .writing: run(job, at: now, on: writer)
    }
  }

  private func run(_ job: Job, at now: Instant, on queue: HouseQueue, turn: Interrupter? = nil) {
    let place = Workplace(queue, by: actor, at: now, drafts: drafts, turn: turn)
    queue.run { self.mailbox.post(.replied(job.run(at: place))) }
  }

  /// Brings the drafts of files into the base, before anything is asked of it.
  package func recoverDrafts(at now: Instant) {
    for (customer, draft) in drafts.drafts(of: actor) {
      saveNow(KeepDraftErrand(text: draft, customer: customer), at: now)
    }
  }

  /// Says something only where something is new; that the base is as it was is news after it was away.
  package func poll(at now: Instant) {
    reader.run {
      let wasAway = self.reader.isAway
      let result = self.reader.attempt { house in
        let found = try house.dataVersion()
        let known = self.version.withLock { version in
          defer { version = found }
          return version
        }
        let hasChanged = known.map { $0 != found } ?? false
        return hasChanged ? try house.ground(of: self.actor, at: now) : nil
      }
      if case .success(nil) = result, !wasAway { return }
      self.mailbox.post(.reached(result))
    }
  }

  package func tick(at now: Instant) {
    // Long before somebody writes, and after the first lists are there.
    writer.openAhead()
    engine.run {
      let result = self.engine.attempt { house in
        let wallClock = WallClock.now()
        let engine = Engine(house)
        _ = try engine.tick(at: now, wallClock: wallClock)
        let status = try EngineStatus.read(by: self.actor, at: now, wallClock: wallClock, in: house)
        let health = EngineHealth(lastTick: status.lastTick, isFuseBlown: status.fuse != nil)
        return (try engine.nextLook(after: now), health)
      }
      let found = try? result.get()
      self.mailbox.post(.ticked(next: found?.0 ?? now + Engine.tickSeconds, found?.1))
    }
  }

  package func dial(_ number: String) {
    dialler?.dial(number, in: calls) { self.mailbox.post(.dialFailed($0)) }
  }

  package func hangUp() { dialler?.hangUp() }

  /// Into a file at once, and into the base when it is free: somebody may hold it for longer than is left.
  package func saveNow(_ draft: KeepDraftErrand, at now: Instant) {
    let place = Workplace(writer, by: actor, at: now, drafts: drafts)
    place.keepInFile(draft)
    writer.runAndWait { _ = place.run(draft) }
  }

  package func runNow(_ job: Job, at now: Instant) {
    let place = Workplace(writer, by: actor, at: now, drafts: drafts)
    writer.runAndWait { _ = job.run(at: place) }
  }

  /// Returns when all that was asked for before has been answered.
  package func drain() {
    for queue in [reader, writer, engine] { queue.drain() }
    calls.wait()
  }

  /// Returns between two acts, when nothing holds the base.
  package func pause() {
    for queue in [writer, engine] { queue.drain() }
  }

  package func close() {
    engine.runAndWaitIfOpen { try Engine($0).giveBackLease() }
  }
}
