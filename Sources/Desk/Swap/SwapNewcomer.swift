import Domain
import Services

/// Who is to come into the full library.
enum SwapNewcomer: Sendable {
  /// A customer of the sea, from a row or from its card; `releasedAt` is nil for one that was never held.
  case picked(Subject, intent: String, releasedAt: Instant?)
  /// One that is new to the house, from the check.
  case entered(CustomerForm, application: ApplicationID?)

  init(_ row: SeaRow) {
    self = .picked(Subject(row.id, name: row.name), intent: row.intent, releasedAt: row.releasedAt)
  }

  init(_ customer: Customer) {
    let subject = Subject(customer.id, name: customer.name)
    self = .picked(subject, intent: customer.intent, releasedAt: customer.releasedAt)
  }

  /// Full: what is offered instead (R3.4).
  func offer(held: Int, capacity: Int, over ground: Ground, _ context: Context) -> [Effect] {
    let full = context.words("swap.full\(variant)", ["held": String(held), "capacity": String(capacity)])
    return [.offer(SwapPane(for: self), over: ground, saying: full), .outside(.discardTypeAhead)]
  }

  /// What the keys of its words end in.
  var variant: String {
    switch self {
    case .picked: ""
    case .entered: ".new"
    }
  }

  func deed(releasing old: Subject) -> Deed {
    switch self {
    case .picked(let new, _, _): .swap(release: old, take: new)
    case .entered(let form, let application): .enter(form, application: application, releasing: old)
    }
  }

  /// Whether this deed is the one that takes it in.
  func isTaken(by deed: Deed) -> Bool {
    switch (self, deed) {
    case (.picked(let wanted, _, _), .swap(_, let new)): wanted == new
    case (.entered(let wanted, _), .enter(let form, _, _?)): wanted.name == form.name
    default: false
    }
  }

  func text(_ context: Context) -> String {
    switch self {
    case .picked(let subject, let intent, let releasedAt):
      let date = releasedAt.map(ClockWords(context).dueDate) ?? "-"
      return context.words("swap.wanted\(variant)", ["name": subject.name, "intent": intent, "date": date])
    case .entered(let form, _): return context.words("swap.wanted\(variant)", ["name": form.name])
    }
  }
}
