import Domain
import Services
import TerminalKit

/// What happens to the desk: keys, the time, and replies to what it asked for.
package enum DeskEvent: Sendable {
  /// Fresh: pressed with the latest picture in view.
  case input(InputEvent, isFresh: Bool)
  case timer(TimerName)
  /// Keys that had come were dropped, as an act asked.
  case dropped
  case resized(Size)
  case suspending, resumed
  /// What came of an errand or a question.
  case replied(Reply)
  /// The base was asked whether somebody has written; where somebody has, who one is now and by which rules.
  case reached(Result<WorkingGround?, Trouble>)
  /// The engine has looked; when it wants to look again.
  case ticked(next: Instant, EngineHealth?)
  /// The command that dials did not do it.
  case dialFailed(DialFailure)
  /// What came back from the external editor.
  case edited(Result<String, EditorProblem>)
}

/// What a screen has to know of the engine.
package struct EngineHealth: Sendable, Equatable {
  package let lastTick: Instant?
  package let isFuseBlown: Bool

  package init(lastTick: Instant?, isFuseBlown: Bool) {
    self.lastTick = lastTick
    self.isFuseBlown = isFuseBlown
  }

  /// Several looks late: due moments count as ever, but nobody is released on time.
  func stoppedAt(_ now: Instant) -> Instant? {
    lastTick.flatMap { now - $0 > 120 ? $0 : nil }
  }
}

extension TimerName {
  /// 80 ms after the last key: what is selected is read.
  static let detail: TimerName = "detail"
  /// A report is to be counted anew.
  static let report: TimerName = "report"
  static let poll: TimerName = "poll"
  static let minute: TimerName = "minute"
  static let engine: TimerName = "engine"
  /// A second of a call is over.
  static let call: TimerName = "call"
  /// 500 ms after the first key that was not kept: the draft is kept (R6.4).
  static let draft: TimerName = "draft"
  /// 150 ms without an answer: it is said that one waits.
  static let slow: TimerName = "slow"
}
