import Domain

/// The last act that can be taken back, and given back again where no customer is given up by it.
struct Undo: Sendable {
  let back: Deed
  let again: Deed
  private(set) var isBack = false
  /// It was asked for; a further `u` waits for what comes of it.
  var isOnItsWay = false

  init(back: Deed, again: Deed) {
    self.back = back
    self.again = again
  }

  var next: Deed { isBack ? again : back }

  /// The key of what is said where `u` would give customers up a second time: a key pressed twice never does.
  var reasonAgainstNext: String? {
    guard isBack else { return nil }
    switch again {
    case .release: return "message.release_is_back"
    case .swap: return "message.swap_is_back"
    default: return nil
    }
  }

  /// What `u` does after this deed; nil where the deed can't be taken back.
  init?(of deed: Deed, _ receipt: Receipt) {
    switch (deed, receipt) {
    case (.release(let subjects, let reason), .refused(let refusals)):
      let released = subjects.filter { refusals[$0] == nil }
      if released.isEmpty { return nil }
      self.init(back: .undoRelease(released), again: .release(released, reason))
    case (.write(let entry, let subject, let draft), .written(let written)):
      self.init(
        back: .takeBack(written.note, on: subject, again: entry),
        again: .write(entry, on: subject, draft: draft))
    case (.plan(let next, let subject, let before), _):
      self.init(back: .plan(before, with: subject, before: next), again: deed)
    case (.pick(let subjects), .picked(let picked)):
      let taken = subjects.filter { picked.refusals[$0] == nil }
      if taken.isEmpty { return nil }
      self.init(back: .undoPick(taken), again: .pick(taken))
    case (.keepSeaView(let change), _):
      self.init(back: .keepSeaView(change.reversed), again: deed)
    case (.swap(let old, let new), _):
      self.init(back: .undoSwap(release: old, take: new), again: deed)
    case (.enter(_, _, let old?), .entered):
      // The entry stays: what made room for it can only come back where there is room again.
      self.init(back: .undoRelease([old]), again: .release([old], .other))
    default: return nil
    }
  }

  /// After it was taken back.
  var reversed: Undo {
    var undo = self
    undo.isBack = true
    undo.isOnItsWay = false
    return undo
  }
}
