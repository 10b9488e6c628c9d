import Domain
import Services

extension DeskState {
  /// W33: on return, what was not finished; Enter takes it up, any other key leaves it for later.
  func askForDrafts() -> Effect {
    .run(
      Job(.drafts) { desk, _, drafts in
        if desk.layers.isEmpty { desk.offer = (try? drafts.get())?.first }
        return []
      })
  }

  func text(of offer: Draft) -> String {
    let draft = NoteDraft(json: offer.entry)
    let since = draft?.calledAt.map(Instant.init(seconds:)) ?? offer.savedAt
    return context.words(
      draft?.calledAt == nil ? "draft.offer" : "draft.offer.call",
      ["customer": offer.customerName, "time": context.wording.short(since, at: now)])
  }
}
