import Domain
import Services

/// Gives one customer up for one of the sea, in one step (R3.4).
struct SwapErrand: Errand {
  let released: Subject
  let taken: Subject

  var reasonAgainstAgain: String? { "message.swap_is_back" }

  func run(in house: House, by actor: PersonID, at now: Instant) throws -> Newcomer? {
    let swap = SwapCustomer(release: released.id, pick: taken.id, showsNumber: true)
    return Newcomer(try swap.perform(by: actor, at: now, in: house))
  }

  func report(_ newcomer: Newcomer?, _ context: Context) -> String? {
    FittedLine(context).with(taken.name, released.name) { new, old in
      context.words(
        "report.swapped", ["new": new, "old": old, "number": Newcomer.number(of: newcomer, context)])
    }
  }

  func undo(_ newcomer: Newcomer?) -> Undo? {
    Undo(back: UndoSwapErrand(released: released, taken: taken), again: self)
  }
}

/// Takes a swap back: both are where they were.
struct UndoSwapErrand: Errand {
  let released: Subject
  let taken: Subject

  var about: Subject? { released }

  func run(in house: House, by actor: PersonID, at now: Instant) throws {
    try UndoSwap(picked: taken.id, released: released.id).perform(by: actor, at: now, in: house)
  }

  func report(_: Void, _ context: Context) -> String? {
    FittedLine(context).with(released.name, taken.name) { old, new in
      context.words("report.swap_undone", ["old": old, "new": new])
    }
  }
}
