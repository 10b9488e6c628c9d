import Domain

/// Somebody else was first (R3.2).
struct LostRace {
  private let holder: Refusal.Holder
  private let since: Instant
  private let context: Context

  /// Nil for any other refusal.
  init?(_ refusal: Refusal, _ context: Context) {
    guard case .held(let holder, let since) = refusal, holder.id != context.session.person.id else {
      return nil
    }
    self.holder = holder
    self.since = since
    self.context = context
  }

  var news: News { .refusal(text, context, as: "news.not_picked") }

  /// W2
  private var text: String {
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
