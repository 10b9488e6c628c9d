import Domain
import Services

/// Fills tomorrow's list from the library (R7.5).
struct FillErrand: Errand {
  func run(in house: House, by actor: PersonID, at now: Instant) throws -> FillTomorrow.Filled {
    try FillTomorrow().perform(by: actor, at: now, in: house)
  }

  func report(_ filled: FillTomorrow.Filled, _ context: Context) -> String? {
    if isInVain(filled) { return context.words["report.filled.none"] }
    return ListWords.text("report.filled", filled.figures, context, ["count": String(filled.added.count)])
  }

  func undo(_ filled: FillTomorrow.Filled) -> Undo? {
    isInVain(filled) ? nil : Undo(back: UnlistErrand(filled.added), again: self)
  }

  func isInVain(_ filled: FillTomorrow.Filled) -> Bool { filled.added.isEmpty }
}
