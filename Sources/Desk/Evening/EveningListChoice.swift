/// What a manager reads of an agent: the list that waits to be passed, and what became of the one that was for this day.
enum EveningListChoice: Int, FixedView {
  case next = 1
  case today

  /// The key of its name.
  var title: String {
    switch self {
    case .next: "evening.list.view.next"
    case .today: "evening.list.view.today"
    }
  }
}
