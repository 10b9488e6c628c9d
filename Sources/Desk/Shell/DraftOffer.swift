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
    let call = offer.note?.onCallSince
    return context.words(
      call == nil ? "draft.offer" : "draft.offer.call",
      ["customer": offer.customerName, "time": context.wording.short(call ?? offer.savedAt, at: now)])
  }
}
