import Domain
import Services

/// The views of the call list, each with its digit.
enum CallChoice: Int, FixedView {
  case left = 1
  case agreed, rescue, overdue, callback, prepared, done

  /// The key of its name.
  var title: String {
    switch self {
    case .left: "calls.view.left"
    case .agreed: "calls.view.agreed"
    case .rescue: "calls.view.rescue"
    case .overdue: "calls.view.overdue"
    case .callback: "calls.view.callback"
    case .prepared: "calls.view.prepared"
    case .done: "calls.view.done"
    }
  }

  /// Which reasons it shows; nil for all.
  private var reasons: Set<CallReason>? {
    switch self {
    case .left: nil
    case .agreed: [.missed, .appointment]
    case .rescue: [.rescue]
    case .overdue: [.overdue]
    case .callback: [.returnCall, .callback]
    case .prepared: [.prepared]
    case .done: []
    }
  }

  func contains(_ entry: CallEntry) -> Bool {
    switch entry {
    case .left(let row): reasons.map { $0.contains(row.why) } ?? true
    case .done: self == .done
    case .struck: self == .left
    }
  }
}

/// A line of the call list (R7.1): to be called, called, or struck.
enum CallEntry: Sendable {
  case left(CallRow)
  case done(DoneCall)
  case struck(StruckCall)

  var id: CustomerID {
    switch self {
    case .left(let row): row.id
    case .done(let done): done.id
    case .struck(let struck): struck.id
    }
  }

  /// Nil where it is one's own no more.
  var customer: LibraryRow? {
    switch self {
    case .left(let row): row.customer
    case .done(let done): done.customer
    case .struck: nil
    }
  }

  var name: String {
    switch self {
    case .left(let row): row.name
    case .done(let done): done.name
    case .struck(let struck): struck.name
    }
  }
}
