import Domain

extension Wording {
  /// Why a text is no next contact, and what may have been meant (R6.2).
  package func text(of error: WhenError, at now: Instant) -> String {
    switch error {
    case .empty: words("when.empty", ["examples": words["when.examples"]])
    case .unreadable(let text): words("when.unreadable", ["text": text])
    case .noSuchDay: words["when.no_such_day"]
    case .noSuchTime: words["when.no_such_time"]
    case .past(let moment, let next):
      words("when.past", ["moment": self.moment(moment, at: now), "next": self.moment(next, at: now)])
    case .tooFar: words["when.too_far"]
    }
  }
}
