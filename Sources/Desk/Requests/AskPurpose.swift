import Domain
import Services

/// What is asked of those above one in a form (R8.4).
enum AskPurpose: Sendable {
  case lost(Subject, LostReason)
  case cooperation(Subject)
  case void(Subject)

  /// A line of the form.
  enum Field: String, Hashable, Sendable {
    case helper, competitor, reason
  }

  var subject: Subject {
    switch self {
    case .lost(let subject, _), .cooperation(let subject), .void(let subject): subject
    }
  }

  var kind: RequestKind {
    switch self {
    case .lost: .lost
    case .cooperation: .cooperation
    case .void: .void
    }
  }

  /// All of which have to be written.
  var fields: [Field] {
    switch self {
    case .lost(_, .competitor): [.competitor, .reason]
    case .cooperation: [.helper, .reason]
    case .lost, .void: [.reason]
    }
  }

  func title(_ context: Context) -> String {
    let title = context.words["ask.\(kind.rawValue).title"]
    guard case .lost(_, let reason) = self else { return title }
    return "\(title): \(context.words["lost_reason.\(reason.rawValue)"])"
  }

  func errand(_ written: (Field) -> String) -> any Errand {
    switch self {
    case .lost(let subject, let reason):
      let competitor = fields.contains(.competitor) ? written(.competitor) : ""
      return AskLostErrand(
        subject: subject, reason: reason, competitor: competitor, explanation: written(.reason))
    case .cooperation(let subject):
      return AskCooperationErrand(subject: subject, helper: written(.helper), reason: written(.reason))
    case .void(let subject): return AskVoidErrand(subject: subject, reason: written(.reason))
    }
  }
}
