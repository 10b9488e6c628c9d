import Services

/// The last act that can be taken back, and given back again where no customer is given up by it.
struct Undo: Sendable {
  private let back: any Errand
  private let again: any Errand
  private var isBack = false
  /// It was asked for; a further `u` waits for what comes of it.
  var isOnItsWay = false

  init(back: any Errand, again: any Errand) {
    self.back = back
    self.again = again
  }

  /// The key of what is said where `u` would give customers up a second time: a key pressed twice never does.
  var reasonAgainstNext: String? { isBack ? again.reasonAgainstAgain : nil }

  /// What the next `u` does.
  var job: Job { isBack ? job(again) : job(back) }

  private func job<E: Errand>(_ errand: E) -> Job {
    Job(errand) { desk, _, result in
      desk.undo = after(errand, result)
      if case .success = result, let subject = errand.about { desk.follow(subject) }
      return desk.takenBack()
    }
  }

  /// What `u` does after that.
  private func after<E: Errand>(_ errand: E, _ result: Result<E.Outcome, Trouble>) -> Undo? {
    guard case .success(let outcome) = result else { return self }
    if errand.isInVain(outcome) { return nil }
    if isBack { return errand.undo(outcome) ?? self }
    var undo = self
    undo.isBack = true
    return undo
  }
}
