import Domain
import Services

/// What is done with the selected customer.
extension PaletteCommand {
  /// Nil where the argument says nothing it can do.
  func effect(_ argument: String, on subject: Subject, _ context: Context) -> Effect? {
    switch self {
    case .tag, .untag:
      let names = argument.split(separator: " ").map(String.init)
      return names.isEmpty
        ? nil
        : changing(subject) { change in
          change.tags = names.map { TagChange($0, isOn: self == .tag) }
        }
    case .stage:
      let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
      guard let stage = parts.first.flatMap({ Int($0) }) else { return nil }
      return changing(subject) { $0.stage = StageMove(to: stage, why: parts.dropFirst().first ?? "") }
    case .task:
      return argument.isEmpty ? nil : .run(AddTaskErrand(content: task(argument, context), subject: subject))
    case .document: return argument.isEmpty ? nil : .run(AddDocumentErrand(path: argument, subject: subject))
    case .invalid: return changing(subject) { $0.isInvalid = true }
    case .revive: return changing(subject) { $0.isInvalid = false }
    case .go, .filter, .customer, .quit: return nil
    }
  }

  private func changing(_ subject: Subject, _ edit: (inout CustomerChange) -> Void) -> Effect {
    var change = CustomerChange()
    edit(&change)
    return .run(ChangeErrand(change: change, subject: subject))
  }

  /// `送样 周五下午3点`: what stands last and is a time is when it is to be done.
  private func task(_ text: String, _ context: Context) -> TaskContent {
    let words = text.split(separator: " ")
    for count in [2, 1] where words.count > count {
      let last = words.suffix(count).joined(separator: " ")
      guard let due = WhenField(typed: last).moment(context) else { continue }
      return TaskContent(subject: words.dropLast(count).joined(separator: " "), due: due)
    }
    return TaskContent(subject: text)
  }
}
