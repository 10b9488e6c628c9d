import Domain
import Services

extension DayCounters {
  /// `今日已挑 2/20`
  func pickedToday(_ context: Context) -> String {
    let limit = dailyPicks == 0 ? "" : "/\(dailyPicks)"
    return context.words(
      context.frame.isWide ? "sea.picks.wide" : "sea.picks", ["picks": "\(picks)\(limit)"])
  }
}

/// A customer of the sea in a few lines: who held it and how it came to the sea, what was last, what a pick asks for.
struct SeaLines {
  private let view: CustomerView
  private let context: Context

  init(_ view: CustomerView, _ context: Context) {
    self.view = view
    self.context = context
  }

  /// `4 段持有; 最近 周谷雨(二部) 07-12 至 11-26, 60天无上门流出. 小计 11 条`
  var history: String {
    let notes = context.words("sea.notes", ["count": String(view.notes.count)])
    guard let last = view.holdings.first else { return context.words["sea.history.none"] + " " + notes }
    let held = context.words(
      "sea.history", ["count": String(view.holdings.count), "last": text(of: last)])
    return held + " " + notes
  }

  /// `周谷雨(二部) 07-12 至 11-26, 60天无上门流出`
  func text(of holding: Holding) -> String {
    let clock = ClockWords(context)
    let holder = context.words(
      "sea.holding",
      [
        "name": holding.holder.name, "department": holding.holder.department,
        "from": clock.date(holding.enteredAt),
        "to": holding.endedAt.map(clock.dueDate) ?? context.words["sea.holding.now"],
      ])
    return holding.endReason.map { "\(holder), \(clock.end($0))" } ?? holder
  }

  /// What may be told of the last contact, and what follows a pick.
  var latest: String { [lastNote, context.words["sea.number_after"], terms].joined(separator: " ") }

  var lastNote: String {
    guard let note = view.notes.first(where: { $0.takenBackAt == nil }) else {
      return context.words["sea.never_called"]
    }
    let outcome = context.policy.notes.outcome(note.outcome).map { context.wording.title($0.title) } ?? ""
    return context.words(
      "sea.last_note",
      ["date": ClockWords(context).date(note.at), "outcome": outcome, "intent": view.customer.intent])
  }

  /// `挑入后 30天内要有小计`: the first clock of the reader's own policy.
  var terms: String {
    guard let clock = context.policy.clocks.first else { return "" }
    return term(of: clock)
  }

  func term(of clock: ClockRule) -> String {
    context.words("sea.term.\(clock.watches.rawValue)", ["length": ClockWords(context).length(clock.length)])
  }
}
