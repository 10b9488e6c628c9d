import Domain
import Services
import TerminalKit

extension SeaPane {
  /// Picks the selected row, or all that are marked. What was typed before its outcome is seen is dropped.
  mutating func pick() -> [Effect] {
    guard picking.isEmpty else { return [] }
    picking = rows.targets.map { Subject($0.id, name: $0.name) }
    rows.forgetRefusals()
    return picking.isEmpty ? [] : [.act(.pick(picking)), .outside(.discardTypeAhead)]
  }

  mutating func done(_ deed: Deed, _ receipt: Receipt, _ context: Context) -> [Effect] {
    switch (deed, receipt) {
    case (.pick(let subjects), .picked(let picked)): return take(picked, of: subjects, context)
    case (.swap(_, let new), _):
      rows.remove([new.id])
      return [.after(80, .detail)]
    case (.keepSeaView(let change), _): return changed(change, context)
    case (.undoPick, _), (.undoSwap, _): return shown == nil ? [] : search(context)
    default: return []
    }
  }

  private mutating func take(_ picked: Picked, of subjects: [Subject], _ context: Context) -> [Effect] {
    picking = []
    for (subject, refusal) in picked.refusals { rows.refuse(subject.id, because: refusal) }
    rows.remove(Set(subjects.filter { picked.refusals[$0] == nil }.map(\.id)))
    return [.after(80, .detail)] + readOn(context)
  }

  mutating func failed(_ deed: Deed, _ trouble: Trouble, _ context: Context) -> [Effect] {
    switch deed {
    case .pick(let subjects) where subjects == picking:
      picking = []
      guard case .refused(let refusal) = trouble, let only = subjects.first else { return [] }
      return refused(refusal, to: only, context)
    case .swap(_, let new):
      guard case .refused(let refusal) = trouble, refusal.isAboutNewcomer else { return [] }
      return refused(refusal, to: new, context)
    default: return []
    }
  }

  /// The row stays, with the reason; where somebody else was first the cursor is one lower (R3.2).
  private mutating func refused(_ refusal: Refusal, to subject: Subject, _ context: Context) -> [Effect] {
    if case .libraryFull(let held, let capacity) = refusal, let row = rows[subject.id] {
      return SwapNewcomer(row).offer(held: held, capacity: capacity, over: .pane(.sea), context)
    }
    rows.refuse(subject.id, because: refusal)
    guard case .held(let holder, let since) = refusal, holder.id != context.session.person.id else {
      return []
    }
    if rows.list.selection == subject.id { rows.list.move(by: 1) }
    return [
      .say(lost(to: holder, since: since, context)), .after(80, .detail), .outside(.discardTypeAhead),
    ]
  }

  /// W2
  private func lost(to holder: Refusal.Holder, since: Instant, _ context: Context) -> String {
    let seconds = context.now - since
    let isRace = (0...120).contains(seconds)
    return context.words(
      isRace ? "sea.lost" : "sea.lost.long_ago",
      [
        "seconds": String(max(seconds, 1)), "time": context.wording.short(since, at: context.now),
        "name": holder.name, "department": holder.department,
      ])
  }
}

extension Refusal {
  /// In a swap: whether it stands against the customer to be taken, not the one to be given up.
  var isAboutNewcomer: Bool {
    switch self {
    case .notHeld, .flowedBack, .libraryFull: false
    default: true
    }
  }
}
