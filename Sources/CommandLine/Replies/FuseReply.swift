import Assets
import Domain
import Services

/// The engine, its fuse and its forecast (R4.11, R4.13).
struct FuseReply {
  private let call: Invocation

  init(_ call: Invocation) {
    self.call = call
  }

  static func text(_ fuse: BlownFuse, _ call: Invocation) -> String {
    call.words["fuse.\(fuse.cause.rawValue)"]
  }

  func reply(_ status: EngineStatus) -> Reply {
    let now = call.now
    let last = status.lastTick.map { call.wording.short($0, at: now) } ?? call.words["status.never"]
    let next = status.nextWake.map { call.wording.due($0, at: now) } ?? "-"
    var lines = [
      status.holder.map { call.words("status.running", ["holder": $0, "last": last]) }
        ?? call.words("status.idle", ["last": last]),
      call.words("status.waiting", ["count": String(status.waiting), "next": next]),
    ]
    if let fuse = status.fuse { lines.append(FuseReply.text(fuse, call)) }
    lines += years(status)
    return Reply(
      [
        "running": .bool(status.holder != nil), "holder": .text(status.holder),
        "last_tick_at": call.time(status.lastTick), "next_at": call.time(status.nextWake),
        "waiting": .integer(status.waiting), "fuse": .text(status.fuse?.cause.rawValue),
        "fuse_at": call.time(status.fuse?.at),
        "years_without_table": .list(status.yearsWithoutTable.map { .integer($0) }),
      ], text: lines.joined(separator: "\n"))
  }

  /// R4.5: weekends alone count in a year without a table, and it is said.
  func years(_ status: EngineStatus) -> [String] {
    let years = status.yearsWithoutTable.map(String.init).joined(separator: ", ")
    return years.isEmpty ? [] : [call.words("status.no_table", ["years": years])]
  }

  func reply(_ forecast: ReleaseForecast, isConfirmed: Bool) -> Reply {
    let count = forecast.counts.reduce(0) { $0 + $1.count }
    let heldBack = forecast.heldBack.reduce(0) { $0 + $1.count }
    var lines = [
      call.words(
        "forecast.text",
        [
          "through": call.wording.due(forecast.through, at: call.now), "count": String(count),
          "held": String(forecast.held),
        ])
    ]
    lines += forecast.counts.map { "  \($0.count)\t\($0.holder.name) (\($0.holder.department))" }
    if isConfirmed { lines.append(call.words["forecast.confirmed"]) }
    if forecast.isTooMuch && !isConfirmed { lines.append(call.words["forecast.too_much"]) }
    if let fuse = forecast.blown {
      lines += [FuseReply.text(fuse, call), call.words("forecast.held_back", ["count": String(heldBack)])]
    }
    return Reply(
      [
        "through": call.time(forecast.through), "count": .integer(count), "held": .integer(forecast.held),
        "too_much": .bool(forecast.isTooMuch), "confirmed": .bool(isConfirmed),
        "by_holder": .list(forecast.counts.map(json)), "held_back": .integer(heldBack),
        "fuse": .text(forecast.blown?.cause.rawValue),
      ], text: lines.joined(separator: "\n"))
  }

  /// A customer that is held back or flows back.
  func item(_ row: LibraryRow, of forecast: HolderForecast) -> Reply.Item {
    let now = call.now
    let isHeldBack = row.isHeldBack(at: now)
    let next = row.hasContactAhead(at: now) ? row.next : nil
    let clock = row.clock.flatMap { forecast.policy.clock($0) }.map { call.wording.title($0.title) }
    let texts = [
      row.id.code, row.name, "\(forecast.holder.name) (\(forecast.holder.department))",
      row.due.map { call.wording.due($0, at: now) } ?? "-", clock ?? row.clock ?? "-",
      next.map { call.wording.text(of: $0, at: now) } ?? "-",
    ]
    let plan = call.json(next)
    return Reply.Item(
      json: .object(
        plan.merging([
          "code": .text(row.id.code), "name": .text(row.name), "holder": .text(forecast.holder.name),
          "department": .text(forecast.holder.department), "due_at": call.time(row.due),
          "clock": .text(row.clock), "held_back": .bool(isHeldBack),
        ]) { $1 }),
      row: texts + (isHeldBack ? [call.words["forecast.is_held_back"]] : []))
  }

  private func json(_ count: HolderCount) -> JSONOutput {
    .object([
      "name": .text(count.holder.name), "department": .text(count.holder.department),
      "count": .integer(count.count),
    ])
  }
}
