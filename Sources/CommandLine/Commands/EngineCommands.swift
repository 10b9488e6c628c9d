import Assets
import Domain
import Services

/// The rule engine, by hand and by itself (R4.11).
enum EngineCommands {
  static let ofTheBase = [
    CommandSpec("engine tick", run: tick),
    CommandSpec("engine run", run: run),
    CommandSpec("engine status", run: status),
    CommandSpec("engine confirm", run: confirm),
  ]

  static let ofTheEvening = [
    CommandSpec("forecast", [], [OptionSpec("--confirm"), OptionSpec("--customers")], run: forecast)
  ]

  private static func tick(_ call: Invocation) throws -> Reply {
    let session = try engineSession(call)
    let engine = Engine(session.house)
    guard let report = try engine.tick(at: call.now, wallClock: Context.hostTime()) else {
      return Reply(
        ["released": .integer(0), "warned": .integer(0), "failed": .integer(0), "acted": .bool(false)],
        text: call.words["engine.elsewhere"])
    }
    try engine.giveBackLease()
    return reply(report, call)
  }

  private static func reply(_ report: TickReport, _ call: Invocation) -> Reply {
    Reply(
      [
        "released": .integer(report.released), "warned": .integer(report.warned),
        "failed": .integer(report.failed.count), "acted": .bool(true),
        "failed_customers": .list(report.failed.map { .text($0.code) }),
        "fuse": .text(report.fuse?.cause.rawValue),
      ],
      text: call.words(
        "engine.ticked",
        [
          "released": String(report.released), "warned": String(report.warned),
          "failed": String(report.failed.count),
        ]) + (report.fuse.map { "\n" + FuseReply.text($0, call) } ?? ""))
  }

  private static func status(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let status = try EngineStatus.read(
      by: session.actor.id, at: call.now, wallClock: Context.hostTime(), in: session.house)
    return FuseReply(call).reply(status)
  }

  private static func confirm(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let released = try ConfirmReleases().perform(
      by: session.actor.id, at: call.now, in: session.house)
    return Reply(
      ["released": .integer(released)], text: call.words("engine.confirmed", ["released": String(released)]))
  }

  private static func forecast(_ call: Invocation) throws -> Reply {
    let session = try call.session()
    let now = call.now
    if call.arguments.has("--confirm") {
      try ConfirmForecast().perform(by: session.actor.id, at: now, in: session.house)
    }
    let forecast = try ReleaseForecast.read(by: session.actor.id, at: now, in: session.house)
    if call.arguments.has("--customers") { return try customers(forecast, session, call) }
    return FuseReply(call).reply(forecast, isConfirmed: call.arguments.has("--confirm"))
  }

  /// What is held back or flows back, holder by holder, as the manager sees it before he confirms (R4.13).
  private static func customers(
    _ forecast: ReleaseForecast, _ session: Session, _ call: Invocation
  ) throws -> Reply {
    let now = call.now
    let items = try forecast.holders.flatMap { holder in
      let found = try HolderForecast.read(of: holder.id, by: session.actor.id, at: now, in: session.house)
      return found.rows.map { FuseReply(call).item($0, of: found) }
    }
    return Reply(
      list: items, under: call.heading("code", "name", "holder", "due", "clock", "next", "remark"),
      whenEmpty: call.words["forecast.none"])
  }

  /// Ticks until the service manager says to stop.
  private static func run(_ call: Invocation) throws -> Reply {
    let session = try engineSession(call)
    let stop = StopSignal()
    let engine = Engine(session.house)
    var next = call.context.now()
    let status = try EngineStatus.read(
      by: session.actor.id, at: next, wallClock: Context.hostTime(), in: session.house)
    FuseReply(call).years(status).forEach { StopSignal.complain($0 + "\n") }
    repeat {
      // A base that is locked or full now may not be later: the engine says so and goes on.
      do {
        let report = try engine.tick(at: call.context.now(), wallClock: Context.hostTime())
        if let report, report != TickReport() { log(reply(report, call), call) }
        next = try engine.nextLook(after: call.context.now())
      } catch let failure as DatabaseFailure where failure.mayPass {
        StopSignal.complain(call.errors.line(failure, asJSON: call.context.isJSON))
        next = call.context.now() + Engine.tickSeconds
      }
    } while !stop.isRequested(within: max(1, next - call.context.now()))
    try engine.giveBackLease()
    return Reply(list: [], whenEmpty: "")
  }

  private static func log(_ reply: Reply, _ call: Invocation) {
    print(reply.rendered(asJSON: call.context.isJSON), terminator: "")
    StopSignal.flushOutput()
  }

  private static func engineSession(_ call: Invocation) throws -> Session {
    let session = try call.session()
    guard call.rules.rights.allow(.engine, to: session.actor) else {
      throw Refusal.notAllowed(.engine)
    }
    return session
  }
}

extension DatabaseFailure {
  fileprivate var mayPass: Bool { self == .locked || self == .full }
}
