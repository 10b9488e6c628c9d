import Domain

/// The last act that can be taken back, and given back again.
struct Undo: Sendable {
  let back: Deed
  let again: Deed
  private(set) var isBack = false

  init(back: Deed, again: Deed) {
    self.back = back
    self.again = again
  }

  var next: Deed { isBack ? again : back }

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
    case (.swap(let old, let new), _):
      self.init(back: .undoSwap(release: old, take: new), again: deed)
    default: return nil
    }
  }

  /// After it was taken back.
  var reversed: Undo {
    var undo = self
    undo.isBack = true
    return undo
  }
}
