import Domain

/// One move to a stage of the sale: when, who, and why where it was said (R6.6).
package struct StageStep: Sendable, Equatable {
  package let at: Instant
  /// Nil for the engine.
  package let who: Refusal.Holder?
  package let stage: Int
  package let why: String
  /// It took the one before it back.
  fileprivate var isBack = false
}

extension CustomerView {
  /// The moves that stand, the oldest first; what was taken back moved nothing.
  package var stageSteps: [StageStep] {
    let ofNotes = notes.compactMap { note -> StageStep? in
      guard let stage = note.stage, note.takenBackAt == nil else { return nil }
      let author = Refusal.Holder(id: note.author, name: note.authorName, department: note.department)
      return StageStep(at: note.at, who: author, stage: stage, why: note.saying)
    }
    let moved = events.reversed().compactMap { event -> StageStep? in
      guard let stage = event.changes.first(where: { $0.field == "stage" })?.after.flatMap(Int.init) else {
        return nil
      }
      return StageStep(
        at: event.at, who: event.who, stage: stage, why: event.text, isBack: event.isTakenBack)
    }
    var steps: [StageStep] = []
    for step in (ofNotes + moved).sorted(by: { $0.at < $1.at }) {
      if step.isBack {
        _ = steps.popLast()
      } else if step.stage != steps.last?.stage ?? 1 {
        // One that names the stage which is already reached moves nothing.
        steps.append(step)
      }
    }
    return steps
  }
}

extension CustomerView {
  /// How many days the present holder's time with it has spent in each stage, up to now; nil where nobody holds it (R6.6).
  package func stageDays(in calendar: HouseCalendar, at now: Instant) -> [Int: Int]? {
    guard isWhole, let entered = opportunity?.enteredAt else { return nil }
    let steps = stageSteps
    let before = steps.last { $0.at <= entered }?.stage ?? 1
    let moves = [(entered, before)] + steps.filter { $0.at > entered }.map { ($0.at, $0.stage) }
    let ends = moves.dropFirst().map(\.0) + [now]
    return zip(moves, ends).reduce(into: [:]) { days, stretch in
      let ((start, stage), end) = stretch
      days[stage, default: 0] += calendar.day(of: end) - calendar.day(of: start)
    }
  }
}
