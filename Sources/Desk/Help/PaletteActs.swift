import Domain
import Services

/// What is done with the marked customers, or the selected one.
extension PaletteCommand {
  /// Nil where the argument says nothing it can do.
  func effect(_ argument: String, on subjects: [Subject], _ context: Context) -> Effect? {
    switch self {
    case .tag, .untag:
      let names = argument.split(separator: " ").map(String.init)
      return names.isEmpty
        ? nil
        : changing(subjects) { change in
          change.tags = names.map { TagChange($0, isOn: self == .tag) }
        }
    case .stage:
      let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
      guard let stage = parts.first.flatMap({ Int($0) }) else { return nil }
      return changing(subjects) { $0.stage = StageMove(to: stage, why: parts.dropFirst().first ?? "") }
    case .task:
      if argument.isEmpty { return nil }
      let content = task(argument, context)
      return .run(overMarked: subjects.map { AddTaskErrand(content: content, subject: $0) })
    case .document:
      if argument.isEmpty { return nil }
      guard let only = subjects.first, subjects.count == 1 else {
        return .say(context.words["palette.document.one_only"])
      }
      return .run(AddDocumentErrand(path: argument, subject: only))
    case .invalid: return changing(subjects) { $0.isInvalid = true }
    case .revive: return changing(subjects) { $0.isInvalid = false }
    case .go, .filter, .customer, .quit: return nil
    }
  }

  private func changing(_ subjects: [Subject], _ edit: (inout CustomerChange) -> Void) -> Effect {
    var change = CustomerChange()
    edit(&change)
    return .run(overMarked: subjects.map { [change] in ChangeErrand(change: change, subject: $0) })
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
